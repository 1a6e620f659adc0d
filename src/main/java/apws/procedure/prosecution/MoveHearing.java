package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.ParentEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The court has given another date before the hearing (S4-07). */
@Component
@ForDiagrams
class MoveHearing implements JavaDelegate {

    private final Proceedings prosecutions;
    private final ParentEntries entries;
    private final Viewer viewer;

    MoveHearing(Proceedings prosecutions, ParentEntries entries, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var moved = entries.just(given, "await-hearing");
        prosecutions.hearingMoved(given.number("proceedingId"), given.date("hearingOn"), moved.text("hearingTime"),
                moved.text("hearingPlace"), moved.text("movedWhy"), viewer.userId());
    }
}
