package apws.procedure.answers;

import apws.form.OnForm;
import apws.legal.Outcome;
import java.time.LocalDate;

/** What became of the charge (S4-10). */
@OnForm("record-outcome")
public record OutcomeAnnounced(Outcome outcome, LocalDate endedOn, String otherWhat, String orderDirected) implements FormAnswers {
}
