package apws.procedure.prosecution;

import apws.legal.LegalRefusal;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * What the law does not allow, told to whoever sent the form in as a word about one of its fields: REST answers 400, nothing has changed.
 */
final class Refused {

    private Refused() {
    }

    /** @param field the key of the field that says what is refused */
    static <T> T at(String field, Supplier<T> work) {
        try {
            return work.get();
        } catch (LegalRefusal refusal) {
            throw new FormFieldValidationException(field, "%s: %s".formatted(field, refusal.getMessage()));
        }
    }
}
