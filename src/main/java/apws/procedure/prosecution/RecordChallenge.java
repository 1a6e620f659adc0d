package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.legal.Challenge;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.ChallengeMade;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records an appeal, a reopening or a statutory declaration, and its result (S4-10). Where the charge is heard again, the new hearing
 * too.
 */
@Component
@ForDiagrams
class RecordChallenge implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final SignedIn signedIn;

    RecordChallenge(Proceedings prosecutions, Entries entries, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        long id = input.number(ProsecutionOfParentProcess.PROCEEDING);
        var made = entries.get(input.entryId()).as(ChallengeMade.class);
        SentBack.at("proceedingId", () -> prosecutions.challenged(id, new Challenge(made.kind(), made.madeOn(), made.challengeResult(),
                made.inWords()), signedIn.userId()));
        if (made.newHearingOn() != null) {
            prosecutions.hearingMoved(id, made.newHearingOn(), made.newHearingTime(), made.newHearingPlace(), made.inWords(), signedIn.userId());
        }
    }
}
