package apws.form;

import static apws.form.FieldType.CHECKLIST;
import static apws.form.FieldType.RADIO;
import static apws.form.FieldType.SELECT;
import static apws.form.FieldType.TAGLIST;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The choices that a radio, select, checklist or taglist offers: written in the form, given with it, or computed. */
@Component
class Choices {

    private final Feel feel;

    Choices(Feel feel) {
        this.feel = feel;
    }

    boolean offeredBy(Field field) {
        return field.type() == RADIO || field.type() == SELECT || field.type() == CHECKLIST || field.type() == TAGLIST;
    }

    boolean holds(Field field, Object answer, Scope scope, Map<String, Object> given) {
        var offered = offered(field, scope, given);
        return field.type() == RADIO || field.type() == SELECT ? offered.contains(answer) : offered.containsAll((List<?>) answer);
    }

    private List<Object> offered(Field field, Scope scope, Map<String, Object> given) {
        var definition = field.definition();
        if (definition.has("valuesKey")) {
            return values(given.get(definition.path("valuesKey").asText()));
        }
        if (definition.has("values")) {
            return values(Plain.of(definition.path("values")));
        }
        return values(feel.evaluate(definition.path("valuesExpression").asText("null"), scope));
    }

    private static List<Object> values(Object options) {
        return options instanceof List<?> list ? list.stream().map(Choices::value).filter(Objects::nonNull).toList() : List.of();
    }

    /** An option is a bare value, or has a value and, if that is not bare, a label. */
    private static Object value(Object option) {
        if (option instanceof Map<?, ?> map) {
            var value = map.get("value");
            return value instanceof Map<?, ?> || value instanceof List<?>
                    ? map.get("label") instanceof String label && !label.isEmpty() ? value : null
                    : value(value);
        }
        return option instanceof List<?> || "".equals(option) ? null : option;
    }
}
