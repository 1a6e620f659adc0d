package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Legal Services decline, at their review or when no session is in time any more: the sessions are as they were before (S4-06). Parameter:
 * {@code because}.
 */
@Component
@ForDiagrams(needs = "because")
class DeclineProsecution implements JavaDelegate {

    private final Proceedings prosecutions;
    private final SignedIn signedIn;

    DeclineProsecution(Proceedings prosecutions, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        prosecutions.declined(input.number(ProsecutionOfParentProcess.PROCEEDING), input.text("because"), signedIn.userId());
    }
}
