package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.casework.Entry;
import apws.legal.Proceedings;
import apws.legal.Summons;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.ParentEntries;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the court, the hearing or the day to respond by, and how the parent was served, once they are known (S4-07, S4-08). */
@Component
@ForDiagrams
class RecordSummons implements JavaDelegate {

    private final Proceedings prosecutions;
    private final ParentEntries entries;
    private final Viewer viewer;

    RecordSummons(Proceedings prosecutions, ParentEntries entries, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var known = entries.just(given, "record-summons");
        long id = given.number("proceedingId");
        Refused.at("court", () -> prosecutions.summoned(id, summons(known), viewer.userId()));
        Refused.at("servedOn", () -> prosecutions.served(id, known.text("servedHow"), LocalDate.parse(known.text("servedOn")),
                viewer.userId()));
    }

    private static Summons summons(Entry known) {
        var number = known.data().path("caseNumber").asText(null);
        return known.text("respondBy").isEmpty()
                ? Summons.toHearing(known.text("court"), number, LocalDate.parse(known.text("hearingOn")), known.text("hearingTime"),
                        known.text("hearingPlace"))
                : Summons.toRespond(known.text("court"), number, LocalDate.parse(known.text("respondBy")));
    }
}
