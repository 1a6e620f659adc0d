package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.ParentEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Legal Services decline: the sessions are as they were before (S4-06). */
@Component
@ForDiagrams
class DeclineProsecution implements JavaDelegate {

    private final Proceedings prosecutions;
    private final ParentEntries entries;
    private final Viewer viewer;

    DeclineProsecution(Proceedings prosecutions, ParentEntries entries, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        prosecutions.declined(given.number("proceedingId"), entries.just(given, "review-prosecution").text("declineReason"),
                viewer.userId());
    }
}
