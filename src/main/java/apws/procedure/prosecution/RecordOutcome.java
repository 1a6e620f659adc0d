package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.OutcomeAnnounced;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what became of the charge; the sessions are decided for this parent (S4-10). */
@Component
@ForDiagrams
class RecordOutcome implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final SignedIn signedIn;

    RecordOutcome(Proceedings prosecutions, Entries entries, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var announced = entries.get(input.entryId()).as(OutcomeAnnounced.class);
        SentBack.at("outcome", () -> prosecutions.concluded(input.number(ProsecutionOfParentProcess.PROCEEDING), announced.outcome(),
                announced.endedOn(), announced.otherWhat(), announced.orderDirected().equals("yes"),
                signedIn.userId()));
    }
}
