package apws.procedure.deployment;

import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/**
 * FEEL of decision tables over plain values. Left alone it calls any method of any Java object that a diagram left in a variable, and from
 * an object to its class, and from there to the machine, is two steps.
 */
final class PlainFeel implements FeelEngine {

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        return feel.evaluateSimpleExpression(expression, new Plain(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String tested, VariableContext variables) {
        return feel.evaluateSimpleUnaryTests(tests, tested, new Plain(variables));
    }

    private record Plain(VariableContext variables) implements VariableContext {

        @Override
        public TypedValue resolve(String name) {
            var found = variables.resolve(name);
            if (found != null && !isPlain(found.getValue())) {
                throw new ProcessEngineException("The variable %s holds %s, which no decision table reads".formatted(name,
                        found.getValue().getClass().getSimpleName()));
            }
            return found;
        }

        @Override
        public boolean containsVariable(String name) {
            return variables.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return variables.keySet();
        }

        private static boolean isPlain(Object value) {
            if (value instanceof Collection<?> several) {
                return several.stream().allMatch(Plain::isPlain);
            }
            if (value instanceof Map<?, ?> map) {
                return map.values().stream().allMatch(Plain::isPlain);
            }
            return value == null || value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof Date
                    || value instanceof TemporalAccessor || value instanceof TemporalAmount || value instanceof SpinJsonNode;
        }
    }
}
