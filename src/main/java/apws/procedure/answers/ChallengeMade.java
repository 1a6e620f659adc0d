package apws.procedure.answers;

import apws.form.OnForm;
import apws.legal.Challenge;
import java.time.LocalDate;

/** An appeal, a reopening or a statutory declaration, and its result. */
@OnForm("record-challenge")
public record ChallengeMade(Challenge.Kind kind, LocalDate madeOn, Challenge.Result challengeResult, String inWords,
        LocalDate newHearingOn, String newHearingTime, String newHearingPlace) implements FormAnswers {
}
