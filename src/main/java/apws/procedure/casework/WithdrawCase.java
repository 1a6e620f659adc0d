package apws.procedure.casework;

import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.CaseProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells the journey of a case that the case is withdrawn, on what ground and since when (settlement 16). Parameters: {@code because},
 * {@code ground}, {@code endedOn}.
 */
@Component
@ForDiagrams(needs = {"because", "ground", "endedOn"})
class WithdrawCase implements JavaDelegate {

    private final RuntimeService runtime;

    WithdrawCase(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        runtime.createMessageCorrelation(CaseProcess.WITHDRAWN).processInstanceBusinessKey(input.caseReference())
                .setVariable("withdrawnBecause", input.text("because")).setVariable("withdrawnGround", input.text("ground"))
                .setVariable("withdrawnOn", input.text("endedOn")).correlate();
    }
}
