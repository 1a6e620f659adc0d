package apws.procedure;

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

    static final String WITHDRAWN = "case-withdrawn";

    private final RuntimeService runtime;

    WithdrawCase(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        runtime.createMessageCorrelation(WITHDRAWN).processInstanceBusinessKey(given.caseReference())
                .setVariable("withdrawnBecause", given.text("because")).setVariable("withdrawnGround", given.text("ground"))
                .setVariable("withdrawnOn", given.text("endedOn")).correlate();
    }
}
