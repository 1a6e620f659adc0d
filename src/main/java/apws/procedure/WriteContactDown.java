package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.casework.Entries;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes a contact into the chronology under the day on which it was had. */
@Component
@ForDiagrams
class WriteContactDown implements JavaDelegate {

    private final Entries entries;
    private final Chronology chronology;
    private final Viewer viewer;

    WriteContactDown(Entries entries, Chronology chronology, Viewer viewer) {
        this.entries = entries;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new Given(step).caseReference();
        var contact = entries.latest(reference, "record-contact").orElseThrow();
        chronology.write(reference, "Contact", "%s with %s: %s".formatted(contact.text("kind"), contact.text("withWhom"), contact.text("said")),
                LocalDate.parse(contact.text("happenedOn").substring(0, 10)), viewer.userId());
    }
}
