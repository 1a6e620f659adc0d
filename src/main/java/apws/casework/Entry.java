package apws.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a person recorded on a form.
 *
 * @param caseReference the case's, or the name of what else the form was about (a school's list)
 * @param form          the form's id, as in {@code forms/}
 * @param formVersion   which of its versions was filled in; null where that was not kept
 * @param step          the procedure's step, such as {@code S1-04}
 * @param data          every field by its key
 */
public record Entry(long id, String caseReference, String form, Integer formVersion, String step, JsonNode data, Instant madeAt, String madeBy) {

    public Entry(long id, String caseReference, String form, String step, JsonNode data, Instant madeAt, String madeBy) {
        this(id, caseReference, form, null, step, data, madeAt, madeBy);
    }

    /** The form as it was when it was filled in, for whoever puts the answers in its words: {@code agree-plan@3}. */
    public String filledIn() {
        return formVersion == null ? form : form + "@" + formVersion;
    }

    /** Whether it was filled in on a form of this record. */
    public boolean isOn(Class<? extends Record> answers) {
        return AnswersOf.isOf(this, answers);
    }

    /**
     * What Java reads of the form: text that was not answered is "", a list empty, everything else null.
     *
     * @param answers a record of this form, see {@link apws.form.OnForm}
     */
    public <T extends Record> T as(Class<T> answers) {
        return AnswersOf.read(this, answers);
    }

    /** The field's text, or "" where it was left empty. */
    public String text(String field) {
        return data.path(field).asText("");
    }
}
