package apws.procedure.casework;

import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.Messages;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells everything that outlives a withdrawn case that it has ended (settlement 16): letters that have not left, penalty notices,
 * proceedings. Each decides in its own diagram what that means for it.
 */
@Component
@ForDiagrams
class TellCaseEnded implements JavaDelegate {

    private final RuntimeService runtime;

    TellCaseEnded(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution step) {
        runtime.createExecutionQuery().processInstanceBusinessKey(new StepInput(step).caseReference()).messageEventSubscriptionName(Messages.CASE_ENDED).list()
                .forEach(waiting -> runtime.messageEventReceived(Messages.CASE_ENDED, waiting.getId()));
    }
}
