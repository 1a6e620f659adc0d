package apws.procedure;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the journey of a case that the case is withdrawn (settlement 16). Parameter: {@code because}. */
@Component
@ForDiagrams(needs = "because")
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
                .setVariable("withdrawnBecause", given.text("because")).correlate();
    }
}
