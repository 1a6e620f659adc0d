package apws.procedure.prosecution;

import apws.legal.TimeLimitWarnings;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
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
        var input = new StepInput(step);
        warnings.letGo(input.caseReference(), input.date("until"));
    }
}
