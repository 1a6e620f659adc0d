package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;

/** Another date before the hearing. */
@OnForm("await-hearing")
public record HearingMoved(LocalDate hearingOn, String hearingTime, String hearingPlace, String movedWhy) implements FormAnswers {
}
