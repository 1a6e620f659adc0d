package apws.procedure;

import apws.legal.LegalRefusal;
import apws.officer.CannotTake;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * Thrown by a step of a diagram when what a form asks for cannot be done: the form goes back with the reason, and nothing of it is kept. The
 * engine does not log it as an error of its own, so that the reason may name people.
 */
public class SentBack extends BadUserRequestException {

    private final String field;
    private final String reason;

    /**
     * @param field  the key of the field that asks for it
     * @param reason what is wrong and what to do, for whoever sent the form
     */
    public SentBack(String field, String reason) {
        super("%s: %s".formatted(field, reason));
        this.field = field;
        this.reason = reason;
    }

    /**
     * What a feature refuses, told as a word about the field that asked for it.
     *
     * @throws SentBack where the law, or an officer's caseload, does not allow it
     */
    public static <T> T at(String field, Supplier<T> work) {
        try {
            return work.get();
        } catch (LegalRefusal | CannotTake refused) {
            throw new SentBack(field, String.valueOf(refused.getMessage()));
        }
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
