package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;

/** A day in court (S4-09); kind, attendance and plea by their codes. */
@OnForm("record-hearing")
public record HearingHeld(LocalDate happenedOn, String kind, String attendance, String plea, String directions, LocalDate hearingOn,
        String adjournedWhy) implements FormAnswers {
}
