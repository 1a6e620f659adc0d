package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
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
    private final Viewer viewer;

    DeclineProsecution(Proceedings prosecutions, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        prosecutions.declined(given.number("proceedingId"), given.text("because"), viewer.userId());
    }
}
