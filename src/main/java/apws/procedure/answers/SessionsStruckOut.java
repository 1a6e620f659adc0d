package apws.procedure.answers;

import apws.form.OnForm;
import java.util.List;

/** What is left out of the charge, as {@code 2026-09-14 AM}, and why. */
@OnForm({"review-prosecution", "issue-charge"})
public record SessionsStruckOut(List<String> struckOut, String struckOutWhy) implements FormAnswers {
}
