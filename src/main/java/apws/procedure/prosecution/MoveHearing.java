package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.answers.HearingMoved;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The court has given another date before the hearing (S4-07). */
@Component
@ForDiagrams
class MoveHearing implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final SignedIn signedIn;

    MoveHearing(Proceedings prosecutions, Entries entries, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var moved = entries.get(input.entryId()).as(HearingMoved.class);
        prosecutions.hearingMoved(input.number(ProsecutionOfParentProcess.PROCEEDING), input.date("hearingOn"), moved.hearingTime(),
                moved.hearingPlace(), moved.movedWhy(), signedIn.userId());
    }
}
