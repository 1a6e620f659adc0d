package apws.procedure.form;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.springframework.stereotype.Component;

/** The expressions of forms, with the engine's own FEEL; {@code today()} and {@code now()} are the application's. */
@Component
class Feel {

    private final FeelEngineApi engine;
    private final Map<String, Optional<ParsedExpression>> parsed = new ConcurrentHashMap<>();

    Feel(SchoolCalendar calendar) {
        engine = FeelEngineBuilder.forJava().withClock(() -> calendar.now().atZone(MovableClock.LONDON)).build();
    }

    static boolean isExpression(JsonNode value) {
        return value.isTextual() && value.asText().startsWith("=");
    }

    /** Why the expression cannot be read, or empty when it can. */
    Optional<String> mistakeIn(String expression) {
        var result = engine.parseExpression(body(expression));
        return result.isSuccess() ? Optional.empty() : Optional.of(result.failure().message());
    }

    boolean isTrue(String expression, Map<String, Object> context) {
        return Boolean.TRUE.equals(evaluate(expression, context));
    }

    /** Null, as in the browser, when the expression fails. */
    Object evaluate(String expression, Map<String, Object> context) {
        return parsed.computeIfAbsent(body(expression), this::parse)
                .map(readable -> engine.evaluate(readable, context))
                .map(result -> result.isSuccess() ? plain(result.result()) : null)
                .orElse(null);
    }

    private Optional<ParsedExpression> parse(String expression) {
        var result = engine.parseExpression(expression);
        return result.isSuccess() ? Optional.of(result.parsedExpression()) : Optional.empty();
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
