package apws.procedure;

import apws.access.Viewer;
import apws.casework.Cases;
import apws.officer.Officers;
import java.util.HashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whom a mark dispute is about, who writes it down, and whether the case has an officer who will review what used the marks. */
@Component
@ForDiagrams
class TakeUpMarkDispute implements JavaDelegate {

    private final Cases cases;
    private final Officers officers;
    private final PupilVariables pupilVariables;
    private final Viewer viewer;

    TakeUpMarkDispute(Cases cases, Officers officers, PupilVariables pupilVariables, Viewer viewer) {
        this.cases = cases;
        this.officers = officers;
        this.pupilVariables = pupilVariables;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new Given(step).caseReference();
        var variables = new HashMap<>(pupilVariables.of(cases.get(reference).pupilId()));
        variables.put("recordedBy", viewer.userId());
        variables.put("reviewedBySchool", officers.ofCase(reference).isEmpty());
        step.setVariables(variables);
    }
}
