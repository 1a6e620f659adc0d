package apws.procedure.dispute;

import apws.access.SignedIn;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.form.FilledForm;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.answers.MarkUsesReviewed;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the chronology what becomes of each letter, notice or prosecution that used an amended mark, as it has just been reviewed. */
@Component
@ForDiagrams
class RecordMarkReview implements JavaDelegate {

    private final Entries entries;
    private final FilledForm forms;
    private final Chronology chronology;
    private final SignedIn signedIn;

    RecordMarkReview(Entries entries, FilledForm forms, Chronology chronology, SignedIn signedIn) {
        this.entries = entries;
        this.forms = forms;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new StepInput(step).caseReference();
        var reviewed = entries.get(new StepInput(step).entryId());
        for (var use : reviewed.as(MarkUsesReviewed.class).uses()) {
            var outcome = forms.inWords(reviewed.filledIn(), "uses", "outcome", use.outcome());
            chronology.write(reference, "Mark dispute", inWords(use, outcome), signedIn.userId());
        }
    }

    private static String inWords(MarkUsesReviewed.Use use, String outcome) {
        var name = use.use();
        return "%s%s reviewed. %s. %s".formatted(name.substring(0, 1).toUpperCase(Locale.UK), name.substring(1), outcome, use.done());
    }
}
