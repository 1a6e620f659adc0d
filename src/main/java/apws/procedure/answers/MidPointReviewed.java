package apws.procedure.answers;

import apws.form.OnForm;

/** Whether the plan was changed in its middle (S2-08). */
@OnForm("hold-mid-point-review")
public record MidPointReviewed(String planChanged) implements FormAnswers {
}
