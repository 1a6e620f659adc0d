package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;

/** The review of the panel’s plan (S3-07). */
@OnForm("hold-panel-review")
public record PanelReviewed(LocalDate happenedOn) implements FormAnswers {
}
