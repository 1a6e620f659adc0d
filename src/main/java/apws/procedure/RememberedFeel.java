package apws.procedure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * The engine's FEEL for decision tables, which remembers what it answered where the answer hangs on one value alone. It sets up all its
 * functions again for each cell of a table, and screening asks the same few cells of many hundred pupils' figures every day.
 */
final class RememberedFeel implements FeelEngine {

    private static final int MOST = 50_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    /** Text between quotes, and what makes a date or a period of it. */
    private static final Pattern LITERAL = Pattern.compile("(?:(?:date and time|date|time|duration)\\s*\\(\\s*)?\"[^\"\\\\]*\"");

    private record Asked(String expression, Object value) {
    }

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
    private final Map<Asked, Object> answers = new ConcurrentHashMap<>();
    private final Map<String, Boolean> literal = new ConcurrentHashMap<>();

    /** An expression is remembered where it is a literal, or the name of a variable. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        Supplier<Object> answer = () -> feel.evaluateSimpleExpression(expression, variables);
        if (isLiteral(expression)) {
            return (T) remembered(expression, "", answer);
        }
        return (T) (NAME.matcher(expression).matches() ? remembered(expression, value(expression, variables), answer) : answer.get());
    }

    /** Tests are remembered where they name nothing: they hang on the value that they test. */
    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String tested, VariableContext variables) {
        Supplier<Object> answer = () -> feel.evaluateSimpleUnaryTests(tests, tested, variables);
        return (Boolean) (isLiteral(tests) ? remembered(tests, value(tested, variables), answer) : answer.get());
    }

    private boolean isLiteral(String expression) {
        return literal.computeIfAbsent(expression, one -> !NAME.matcher(LITERAL.matcher(one).replaceAll("")).find());
    }

    private Object remembered(String expression, @Nullable Object value, Supplier<Object> answer) {
        if (value == null) {
            return answer.get();
        }
        if (answers.size() > MOST) {
            answers.clear();
        }
        var asked = new Asked(expression, value);
        var known = answers.get(asked);
        if (known != null) {
            return known;
        }
        var given = answer.get();
        if (given != null) {
            answers.put(asked, given);
        }
        return given;
    }

    private static @Nullable Object value(String name, VariableContext variables) {
        var value = variables.resolve(name);
        return value == null ? null : value.getValue();
    }
}
