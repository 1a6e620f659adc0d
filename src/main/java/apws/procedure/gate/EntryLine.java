package apws.procedure.gate;

import apws.form.Field;
import apws.form.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An entry as one line of the case's chronology: the task, and what was decided in the words that the person chose. */
final class EntryLine {

    private EntryLine() {
    }

    /** {@code Hold interim review: Improved} */
    static String of(String task, Form form, Map<String, Object> routed) {
        var decided = form.routing().map(field -> chosen(field, routed.get(field.key()))).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return decided.isEmpty() ? task : task + ": " + decided;
    }

    private static String chosen(Field field, Object value) {
        return StreamSupport.stream(field.definition().path("values").spliterator(), false)
                .filter(option -> value != null && option.path("value").asText().equals(value.toString()))
                .map((JsonNode option) -> option.path("label").asText()).findFirst().orElse(null);
    }
}
