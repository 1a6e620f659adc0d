package apws.procedure.place;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/** Puts a case back to a step that it has been through, after a wrong decision. Parameters: {@code goBackTo}, {@code because}. */
@Component
@ForDiagrams(needs = {"goBackTo", "because"})
class PutCaseBack implements JavaDelegate {

    private final StepsDone steps;
    private final Placement placement;
    private final Chronology chronology;
    private final Viewer viewer;

    PutCaseBack(StepsDone steps, Placement placement, Chronology chronology, Viewer viewer) {
        this.steps = steps;
        this.placement = placement;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var to = steps.find(given.caseReference(), given.text("goBackTo")).orElseThrow(() -> new FormFieldValidationException("goBackTo",
                "goBackTo: the case has not been through that step, or cannot be put back to it"));
        placement.placeAfterwards(given.caseReference(), to.levels());
        chronology.write(given.caseReference(), "Undo", "Put back to “%s”: %s".formatted(to.label(), given.text("because")), viewer.userId());
    }
}
