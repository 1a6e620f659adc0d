package apws.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a person recorded on a form.
 *
 * @param caseReference the case's, or the name of what else the form was about (a school's list)
 * @param form          the form's id, as in {@code forms/}
 * @param step          the procedure's step, such as {@code S1-04}
 * @param data          every field by its key
 */
public record Entry(long id, String caseReference, String form, String step, JsonNode data, Instant madeAt, String madeBy) {

    /** The field's text, or "" where it was left empty. */
    public String text(String field) {
        return data.path(field).asText("");
    }
}
