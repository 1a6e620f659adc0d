package apws.procedure.place;

import apws.access.Viewer;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
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
    private final Viewer viewer;

    PutCaseBack(Cases cases, Proceedings prosecutions, StepsDone steps, Placement placement, Chronology chronology, Viewer viewer) {
        this.cases = cases;
        this.prosecutions = prosecutions;
        this.steps = steps;
        this.placement = placement;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        if (!cases.get(given.caseReference()).open()) {
            throw new FormFieldValidationException("putBack", "putBack: the case has ended by now and cannot be put back");
        }
        var to = steps.find(given.caseReference(), given.text("goBackTo")).orElseThrow(() -> new FormFieldValidationException("goBackTo",
                "goBackTo: the case has not been through that step, or cannot be put back to it"));
        prosecutions.drop(given.caseReference(), "the case was put back: " + given.text("because"), viewer.userId());
        placement.placeAfterwards(given.caseReference(), to.levels());
        chronology.write(given.caseReference(), "Undo", "Put back to “%s”: %s".formatted(to.label(), given.text("because")), viewer.userId());
    }
}
