package apws.procedure;

import apws.legal.TimeLimitWarnings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The officer lets sessions go whose last day for a charge is near: the case is told no more of them (settlement 13). */
@Component
@ForDiagrams(needs = "until")
class LetSessionsGo implements JavaDelegate {

    private final TimeLimitWarnings warnings;

    LetSessionsGo(TimeLimitWarnings warnings) {
        this.warnings = warnings;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        warnings.letGo(given.caseReference(), given.date("until"));
    }
}
