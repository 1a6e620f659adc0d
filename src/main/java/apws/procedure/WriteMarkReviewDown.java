package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.letter.FilledForm;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the chronology what becomes of each letter, notice or prosecution that used an amended mark, as it has just been reviewed. */
@Component
@ForDiagrams
class WriteMarkReviewDown implements JavaDelegate {

    private static final String FORM = "review-mark-uses";

    private final Entries entries;
    private final FilledForm forms;
    private final Chronology chronology;
    private final Viewer viewer;

    WriteMarkReviewDown(Entries entries, FilledForm forms, Chronology chronology, Viewer viewer) {
        this.entries = entries;
        this.forms = forms;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new Given(step).caseReference();
        var reviewed = entries.latest(reference, FORM).orElseThrow();
        for (var use : (List<?>) forms.inWords(reviewed.filledIn(), "uses", reviewed.data().path("uses"))) {
            chronology.write(reference, "Mark dispute", inWords((Map<?, ?>) use), viewer.userId());
        }
    }

    private static String inWords(Map<?, ?> use) {
        var name = use.get("use").toString();
        return "%s%s reviewed. %s. %s".formatted(name.substring(0, 1).toUpperCase(), name.substring(1), use.get("outcome"), use.get("done"));
    }
}
