package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.legal.Outcome;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.ParentEntries;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what became of the charge; the sessions are decided for this parent (S4-10). */
@Component
@ForDiagrams
class RecordOutcome implements JavaDelegate {

    private final Proceedings prosecutions;
    private final ParentEntries entries;
    private final Viewer viewer;

    RecordOutcome(Proceedings prosecutions, ParentEntries entries, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var outcome = entries.just(given, "record-outcome");
        Refused.at("outcome", () -> prosecutions.concluded(given.number("proceedingId"), Outcome.valueOf(outcome.text("outcome")),
                LocalDate.parse(outcome.text("endedOn")), outcome.text("otherWhat"), outcome.text("orderDirected").equals("yes"),
                viewer.userId()));
    }
}
