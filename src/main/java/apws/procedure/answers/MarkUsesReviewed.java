package apws.procedure.answers;

import apws.form.OnForm;
import java.util.List;

/** What becomes of each letter, notice or prosecution that used an amended mark. */
@OnForm("review-mark-uses")
public record MarkUsesReviewed(List<Use> uses) implements FormAnswers {

    /** {@code outcome} by its code. */
    public record Use(String use, String outcome, String done) {
    }
}
