package apws.form;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.springframework.stereotype.Component;

/** The expressions of forms, with the engine's own FEEL; {@code today()} and {@code now()} are the application's. */
@Component
class Feel {

    /** Whatever may be a name in an expression, more than there are, never fewer; and the part of it that is asked for. */
    private static final Pattern NAME = Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*)(?:\\s*\\.\\s*([\\p{L}_$][\\p{L}\\p{N}_$]*))?");

    private final FeelEngineApi engine;
    private final Map<String, Readable> read = new ConcurrentHashMap<>();

    /**
     * An expression, read once.
     *
     * @param parsed empty where it cannot be
     * @param names  all that it may speak of, each with the parts it asks for; none where it may mean the whole
     */
    private record Readable(Optional<ParsedExpression> parsed, Map<String, Set<String>> names) {
    }

    Feel(SchoolCalendar calendar) {
        engine = FeelEngineBuilder.forJava().withClock(() -> calendar.now().atZone(MovableClock.LONDON)).build();
    }

    public static boolean isExpression(JsonNode value) {
        return value.isTextual() && value.asText().startsWith("=");
    }

    /** Why the expression cannot be read, or empty when it can. */
    Optional<String> mistakeIn(String expression) {
        if (Expressions.isBeyondReading(expression)) {
            return Optional.of("it is too long, or its brackets lie too deep in each other");
        }
        var result = engine.parseExpression(body(expression));
        return result.isSuccess() ? Optional.empty() : Optional.of(result.failure().message());
    }

    boolean isTrue(String expression, Scope scope) {
        return Boolean.TRUE.equals(evaluate(expression, scope));
    }

    /** Null, as in the browser, when the expression fails. */
    Object evaluate(String expression, Scope scope) {
        var readable = read.computeIfAbsent(body(expression), this::read);
        if (readable.parsed().isEmpty()) {
            return null;
        }
        // the engine sets up all its functions again for each evaluation, which takes longer than most expressions do
        var seen = scope.only(readable.names());
        return scope.remembered(expression, seen, () -> {
            var result = engine.evaluate(readable.parsed().get(), seen);
            return result.isSuccess() ? plain(result.result()) : null;
        });
    }

    private Readable read(String expression) {
        var result = engine.parseExpression(expression);
        return new Readable(result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty(), names(expression));
    }

    private static Map<String, Set<String>> names(String expression) {
        var names = new HashMap<String, Set<String>>();
        var wholes = new HashSet<String>();
        NAME.matcher(expression).results().forEach(found -> {
            names.computeIfAbsent(found.group(1), name -> new HashSet<>());
            if (found.group(2) == null) {
                wholes.add(found.group(1));
            } else {
                names.get(found.group(1)).add(found.group(2));
            }
        });
        wholes.forEach(name -> names.put(name, Set.of()));
        return names;
    }

    private static String body(String expression) {
        return expression.startsWith("=") ? expression.substring(1) : expression;
    }

    private static Object plain(Object result) {
        if (result == null || result instanceof Boolean || result instanceof String) {
            return result;
        }
        if (result instanceof Number number) {
            return Numbers.decimal(number);
        }
        if (result instanceof List<?> list) {
            return list.stream().map(Feel::plain).toList();
        }
        if (result instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
            return plain;
        }
        return result.toString();
    }
}
