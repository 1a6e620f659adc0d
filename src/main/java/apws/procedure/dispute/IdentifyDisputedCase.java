package apws.procedure.dispute;

import apws.access.SignedIn;
import apws.casework.Cases;
import apws.procedure.ForDiagrams;
import apws.procedure.PupilVariables;
import apws.procedure.StepInput;
import java.util.HashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whom a mark dispute is about, and who writes it down. */
@Component
@ForDiagrams
class IdentifyDisputedCase implements JavaDelegate {

    private final Cases cases;
    private final PupilVariables pupilVariables;
    private final SignedIn signedIn;

    IdentifyDisputedCase(Cases cases, PupilVariables pupilVariables, SignedIn signedIn) {
        this.cases = cases;
        this.pupilVariables = pupilVariables;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var variables = new HashMap<>(pupilVariables.of(cases.get(new StepInput(step).caseReference())));
        variables.put("recordedBy", signedIn.userId());
        step.setVariables(variables);
    }
}
