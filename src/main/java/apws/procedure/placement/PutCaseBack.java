package apws.procedure.placement;

import apws.access.SignedIn;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Puts a case back to a step that it has been through, after a wrong decision. A prosecution that was approved and not charged yet is given
 * up, so that its sessions are free again; a charge stays with Legal Services. Parameters: {@code goBackTo}, {@code because}.
 */
@Component
@ForDiagrams(needs = {"goBackTo", "because"})
class PutCaseBack implements JavaDelegate {

    private final Cases cases;
    private final Proceedings prosecutions;
    private final StepsDone steps;
    private final Placement placement;
    private final Chronology chronology;
    private final SignedIn signedIn;

    PutCaseBack(Cases cases, Proceedings prosecutions, StepsDone steps, Placement placement, Chronology chronology, SignedIn signedIn) {
        this.cases = cases;
        this.prosecutions = prosecutions;
        this.steps = steps;
        this.placement = placement;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        if (!cases.get(input.caseReference()).open()) {
            throw new SentBack("putBack", "the case has ended by now and cannot be put back");
        }
        var to = steps.find(input.caseReference(), input.text("goBackTo")).orElseThrow(() -> new SentBack("goBackTo",
                "the case has not been through that step, or cannot be put back to it"));
        prosecutions.drop(input.caseReference(), "the case was put back: " + input.text("because"), signedIn.userId());
        placement.placeAfterwards(input.caseReference(), to.levels());
        chronology.write(input.caseReference(), "Undo", "Put back to “%s”: %s".formatted(to.label(), input.text("because")), signedIn.userId());
    }
}
