package apws.procedure.answers;

import apws.form.OnForm;

/** What the school asks of the service, and what a visitor to the home should know (S2-01). */
@OnForm("refer-to-apws")
public record Referral(String whatSchoolAsks, String visitRisk, String visitRiskWhat) implements FormAnswers {
}
