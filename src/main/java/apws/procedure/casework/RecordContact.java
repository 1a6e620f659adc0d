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
import apws.procedure.answers.Contact;
import apws.procedure.names.RecordContactProcess;
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
        var entry = entries.get(new StepInput(step).entryId());
        var contact = entry.as(Contact.class);
        var kind = forms.inWords(entry.filledIn(), "kind", contact.kind());
        chronology.write(reference, "Contact", "%s with %s: %s%s".formatted(kind, contact.withWhom(), contact.said(),
                corrected(entry, contact)), contact.happenedOn(), signedIn.userId());
    }

    /** The entry that was wrong stays as it is; this one says which it is. */
    private String corrected(Entry entry, Contact contact) {
        var on = contact.correctsOn();
        if (on == null) {
            return "";
        }
        var day = Days.inWords(on);
        if (entries.of(entry.caseReference()).stream().noneMatch(earlier -> earlier.form().equals(RecordContactProcess.FORM)
                && earlier.id() != entry.id() && earlier.as(Contact.class).happenedOn().equals(on))) {
            throw new SentBack("correctsOn", "no contact of %s is recorded in this case; its date is in the case's chronology"
                    .formatted(day));
        }
        return ". This corrects the contact of %s: %s".formatted(day, contact.corrects());
    }
}
