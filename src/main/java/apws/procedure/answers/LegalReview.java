package apws.procedure.answers;

import apws.form.OnForm;
import apws.legal.Offence;
import apws.legal.Route;
import java.time.LocalDate;

/** What Legal Services decided (S4-06). */
@OnForm("review-prosecution")
public record LegalReview(String furtherEvidenceWanted, LocalDate furtherEvidenceBy,
        Offence chargeAgreed, Route route) implements FormAnswers {
}
