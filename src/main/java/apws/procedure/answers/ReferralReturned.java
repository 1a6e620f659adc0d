package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;

/** What the school is told with a referral that does not meet the criteria (S2-03). */
@OnForm("check-criteria")
public record ReferralReturned(String missing, String advice, String firstSteps, String whoCanHelp,
        LocalDate referAgainFrom) implements FormAnswers {
}
