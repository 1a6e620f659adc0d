package apws.procedure.answers;

import apws.form.OnForm;
import apws.legal.Offence;
import apws.legal.Route;
import java.time.LocalDate;

/** The charge, on the day on which it was laid (S4-07); {@code adult} is {@code yes} or {@code no}. */
@OnForm("issue-charge")
public record ChargeIssued(String chargeDecision, Offence offence, Route route, String adult, LocalDate chargedOn, LocalDate periodFrom,
        LocalDate periodTo) implements FormAnswers {
}
