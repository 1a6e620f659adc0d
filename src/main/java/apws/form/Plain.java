package apws.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Values as the forms know them: text, BigDecimal, true and false, maps and lists of these, null. */
public final class Plain {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Plain() {
    }

    public static Object of(Object value) {
        return of(value, UnaryOperator.identity());
    }

    /** @param read what is done to each value, however deep it lies, before it is looked at */
    public static Object of(Object unread, UnaryOperator<Object> read) {
        var value = read.apply(unread);
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof Unreadable) {
            return value;
        }
        if (value instanceof Number number) {
            return value instanceof Double || value instanceof Float ? ofFloating(number.doubleValue()) : Numbers.decimal(number);
        }
        if (value instanceof JsonNode node) {
            return ofNode(node);
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((key, inner) -> plain.put(String.valueOf(key), of(inner, read)));
            return plain;
        }
        if (value instanceof Iterable<?> list) {
            var plain = new ArrayList<>();
            list.forEach(inner -> plain.add(of(inner, read)));
            return plain;
        }
        if (value instanceof byte[] || value instanceof Date) {
            return new Unreadable("must be given as text or a number");
        }
        return ofNode(JSON.valueToTree(value));
    }

    public static JsonNode json(Object plain) {
        return JSON.valueToTree(plain);
    }

    private static Object ofFloating(double number) {
        return Double.isFinite(number) ? Numbers.decimal(number) : new Unreadable("is too large");
    }

    /** @return the node, or what says that there is none */
    public static Object read(String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return new Unreadable("is not readable JSON");
        }
    }

    private static Object ofNode(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isNumber()) {
            return node.isDouble() ? ofFloating(node.doubleValue()) : Numbers.decimal(node.decimalValue());
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            var list = new ArrayList<>();
            node.forEach(inner -> list.add(ofNode(inner)));
            return list;
        }
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.fields().forEachRemaining(entry -> map.put(entry.getKey(), ofNode(entry.getValue())));
            return map;
        }
        return node.asText();
    }
}
