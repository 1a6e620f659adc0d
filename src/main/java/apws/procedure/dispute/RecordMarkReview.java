package apws.procedure.dispute;

import apws.access.SignedIn;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.form.FilledForm;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import java.util.List;
import java.util.Map;
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
        for (var use : (List<?>) forms.inWords(reviewed.filledIn(), "uses", reviewed.data().path("uses"))) {
            chronology.write(reference, "Mark dispute", inWords((Map<?, ?>) use), signedIn.userId());
        }
    }

    private static String inWords(Map<?, ?> use) {
        var name = use.get("use").toString();
        return "%s%s reviewed. %s. %s".formatted(name.substring(0, 1).toUpperCase(), name.substring(1), use.get("outcome"), use.get("done"));
    }
}
