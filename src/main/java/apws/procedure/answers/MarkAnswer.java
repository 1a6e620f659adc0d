package apws.procedure.answers;

import apws.form.OnForm;
import java.util.List;

/** What the school answered, mark by mark. */
@OnForm("answer-mark-dispute")
public record MarkAnswer(List<Mark> answers) implements FormAnswers {

    /** {@code answer} is {@code stands} or {@code amended}; {@code session} as {@code 2026-09-14 AM}. */
    public record Mark(String session, String answer, String newCode, String amendedBy, String reason) {
    }
}
