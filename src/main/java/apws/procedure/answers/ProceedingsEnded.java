package apws.procedure.answers;

import apws.form.OnForm;

/** Why Legal Services discontinue after the case has ended. */
@OnForm("decide-on-proceedings")
public record ProceedingsEnded(String afterCaseEndedWhy) implements FormAnswers {
}
