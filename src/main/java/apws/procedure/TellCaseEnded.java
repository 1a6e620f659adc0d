package apws.procedure;

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

    static final String ENDED = "case-ended";

    private final RuntimeService runtime;

    TellCaseEnded(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution step) {
        runtime.createExecutionQuery().processInstanceBusinessKey(new Given(step).caseReference()).messageEventSubscriptionName(ENDED).list()
                .forEach(waiting -> runtime.messageEventReceived(ENDED, waiting.getId()));
    }
}
