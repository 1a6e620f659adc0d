package apws.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/** The numbers by which forms name parents. */
public final class PeopleInForms {

    private static final Set<String> NAMED_BY = Set.of("parentId", "suspectId");

    private PeopleInForms() {
    }

    /** @return whether the parent was named anywhere */
    public static boolean replace(JsonNode node, long before, long now) {
        var replaced = false;
        if (node instanceof ObjectNode object) {
            for (var name : object.properties().stream().map(Map.Entry::getKey).toList()) {
                var value = object.get(name);
                if (NAMED_BY.contains(name) && value.isValueNode() && value.asText().equals(Long.toString(before))) {
                    object.set(name, value.isTextual() ? TextNode.valueOf(Long.toString(now)) : LongNode.valueOf(now));
                    replaced = true;
                } else {
                    replaced |= replace(value, before, now);
                }
            }
        } else {
            for (var inner : node) {
                replaced |= replace(inner, before, now);
            }
        }
        return replaced;
    }
}
