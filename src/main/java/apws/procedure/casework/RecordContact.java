package apws.procedure.casework;

import apws.access.SignedIn;
import apws.calendar.Days;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.form.FilledForm;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.names.RecordContactProcess;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes a contact into the chronology under the day on which it was had. */
@Component
@ForDiagrams
class RecordContact implements JavaDelegate {

    private final Entries entries;
    private final FilledForm forms;
    private final Chronology chronology;
    private final SignedIn signedIn;

    RecordContact(Entries entries, FilledForm forms, Chronology chronology, SignedIn signedIn) {
        this.entries = entries;
        this.forms = forms;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new StepInput(step).caseReference();
        var contact = entries.get(new StepInput(step).entryId());
        var kind = forms.inWords(RecordContactProcess.FORM, "kind", contact.data().path("kind"));
        chronology.write(reference, "Contact", "%s with %s: %s%s".formatted(kind, contact.text("withWhom"), contact.text("said"),
                corrected(reference, contact)), LocalDate.parse(contact.text("happenedOn")), signedIn.userId());
    }

    /** The entry that was wrong stays as it is; this one says which it is. */
    private String corrected(String reference, Entry contact) {
        var on = contact.text("correctsOn");
        if (on.isEmpty()) {
            return "";
        }
        var day = Days.inWords(LocalDate.parse(on));
        if (entries.of(reference).stream().noneMatch(earlier -> earlier.form().equals(RecordContactProcess.FORM) && earlier.id() != contact.id()
                && earlier.text("happenedOn").equals(on))) {
            throw new SentBack("correctsOn", "no contact of %s is recorded in this case; its date is in the case's chronology"
                    .formatted(day));
        }
        return ". This corrects the contact of %s: %s".formatted(day, contact.text("corrects"));
    }
}
