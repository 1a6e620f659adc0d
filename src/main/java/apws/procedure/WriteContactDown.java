package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.letter.FilledForm;
import apws.procedure.form.SentBack;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes a contact into the chronology under the day on which it was had. */
@Component
@ForDiagrams
class WriteContactDown implements JavaDelegate {

    private static final String FORM = "record-contact";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Entries entries;
    private final FilledForm forms;
    private final Chronology chronology;
    private final Viewer viewer;

    WriteContactDown(Entries entries, FilledForm forms, Chronology chronology, Viewer viewer) {
        this.entries = entries;
        this.forms = forms;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new Given(step).caseReference();
        var contact = entries.latest(reference, FORM).orElseThrow();
        var kind = forms.inWords(FORM, "kind", contact.data().path("kind"));
        chronology.write(reference, "Contact", "%s with %s: %s%s".formatted(kind, contact.text("withWhom"), contact.text("said"),
                corrected(reference, contact)), LocalDate.parse(contact.text("happenedOn")), viewer.userId());
    }

    /** The entry that was wrong stays as it is; this one says which it is. */
    private String corrected(String reference, Entry contact) {
        var on = contact.text("correctsOn");
        if (on.isEmpty()) {
            return "";
        }
        var day = DAY.format(LocalDate.parse(on));
        if (entries.of(reference).stream().noneMatch(earlier -> earlier.form().equals(FORM) && earlier.id() != contact.id()
                && earlier.text("happenedOn").equals(on))) {
            throw new SentBack("Corrects the contact of (correctsOn): no contact of %s is recorded in this case; its date is in the case's chronology"
                    .formatted(day));
        }
        return ". This corrects the contact of %s: %s".formatted(day, contact.text("corrects"));
    }
}
