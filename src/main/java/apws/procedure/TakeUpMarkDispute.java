package apws.procedure;

import apws.access.Viewer;
import apws.casework.Cases;
import java.util.HashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whom a mark dispute is about, and who writes it down. */
@Component
@ForDiagrams
class TakeUpMarkDispute implements JavaDelegate {

    private final Cases cases;
    private final PupilVariables pupilVariables;
    private final Viewer viewer;

    TakeUpMarkDispute(Cases cases, PupilVariables pupilVariables, Viewer viewer) {
        this.cases = cases;
        this.pupilVariables = pupilVariables;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var variables = new HashMap<>(pupilVariables.of(cases.get(new Given(step).caseReference())));
        variables.put("recordedBy", viewer.userId());
        step.setVariables(variables);
    }
}
