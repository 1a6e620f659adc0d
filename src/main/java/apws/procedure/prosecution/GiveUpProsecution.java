package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
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
    private final Viewer viewer;

    GiveUpProsecution(Proceedings prosecutions, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        Refused.at("proceedingsStay", () -> {
            prosecutions.givenUp(given.text("noticeNumber"), given.text("because"), viewer.userId());
            return null;
        });
    }
}
