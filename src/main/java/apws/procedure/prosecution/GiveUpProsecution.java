package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The prosecution of an unpaid notice is given up: where it was approved already, its sessions are the notice's again (settlement 14).
 * Parameter: {@code because}.
 */
@Component
@ForDiagrams(needs = "because")
class GiveUpProsecution implements JavaDelegate {

    private final Proceedings prosecutions;
    private final SignedIn signedIn;

    GiveUpProsecution(Proceedings prosecutions, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        SentBack.at("proceedingsStay", () -> {
            prosecutions.givenUp(input.text(ProsecutionOfParentProcess.NOTICE), input.text("because"), signedIn.userId());
            return null;
        });
    }
}
