package apws.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds out whether a list is asked for by what variables hold, as its condition or its order. A condition tells what it cannot show: asked
 * for names that begin with A, with B, with C, a mere count spells out the name of a child. Only what stands on the cards of Tasklist may be
 * asked for, since whoever sees a card reads it.
 */
final class VariableQuestions {

    private static final String VARIABLE = "variable";
    private static final String OF_THE_TASK = "taskVariables";
    private static final String SORT = "sortBy";
    private static final List<String> ORDERS_WITHOUT_A_VALUE = List.of("variableName", "variableType");

    private VariableQuestions() {
    }

    static boolean isOne(Map<String, List<String>> query, JsonNode body) {
        return query.entrySet().stream().anyMatch(one -> one.getValue().stream().anyMatch(value -> isOne(one.getKey(), value)))
                || isOne(body);
    }

    private static boolean isOne(String name, String value) {
        if (name.endsWith(SORT)) {
            return !isOrderWithoutAValue(value);
        }
        return isCondition(name) && !value.isBlank()
                && !(name.equals(OF_THE_TASK) && Arrays.stream(value.split(",")).allMatch(one -> isOnCards(one.split("_")[0])));
    }

    private static boolean isOne(JsonNode asked) {
        if (asked.isArray()) {
            return elements(asked).anyMatch(VariableQuestions::isOne);
        }
        if (asked.has(SORT)) {
            var by = asked.get(SORT).asText();
            if (!isOrderWithoutAValue(by) && !(by.equals("taskVariable") && isOnCards(asked.at("/parameters/variable").asText()))) {
                return true;
            }
        }
        return asked.properties().stream().anyMatch(one -> isOne(asked, one.getKey(), one.getValue()));
    }

    private static boolean isOne(JsonNode asked, String name, JsonNode value) {
        if (name.equals("parameters") && asked.has(SORT)) {
            return false;
        }
        if (!isCondition(name)) {
            return isOne(value);
        }
        var nothing = value.isNull() || value.isContainerNode() && value.isEmpty() || value.isTextual() && value.asText().isBlank();
        return !nothing && !(name.equals(OF_THE_TASK) && value.isArray()
                && elements(value).allMatch(one -> isOnCards(one.path("name").asText())));
    }

    /** Of any kind of list; an expression would let the engine work out what is asked. */
    private static boolean isCondition(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.contains(VARIABLE) && !lower.endsWith("ignorecase") || lower.endsWith("expression");
    }

    private static boolean isOrderWithoutAValue(String by) {
        return !by.toLowerCase(Locale.ROOT).contains(VARIABLE) || ORDERS_WITHOUT_A_VALUE.contains(by);
    }

    private static boolean isOnCards(String variable) {
        return TaskCards.SHOWN.contains(variable);
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
