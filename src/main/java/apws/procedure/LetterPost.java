package apws.procedure;

import apws.access.Viewer;
import apws.letter.Letters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The one place that starts {@code send-letter}: a process of its own for each letter, under the reference of what it is about. */
@Component
public class LetterPost {

    static final String PROCESS = "send-letter";

    private final Letters letters;
    private final RuntimeService runtime;
    private final Viewer viewer;

    LetterPost(Letters letters, RuntimeService runtime, Viewer viewer) {
        this.letters = letters;
        this.runtime = runtime;
        this.viewer = viewer;
    }

    /** @return the letters' ids */
    public List<Long> issue(String code, String step, Map<String, Object> details, Given about) {
        var recorded = about.caseIfAny().map(reference -> letters.record(code, reference, step, details, viewer.userId()))
                .orElseGet(() -> letters.recordWithoutCase(code, about.pupilId(), step, details, viewer.userId()));
        recorded.forEach(id -> send(id, about));
        return recorded;
    }

    void send(long letterId, Given about) {
        var letter = letters.get(letterId);
        var variables = new HashMap<String, Object>();
        variables.put("letterId", letterId);
        variables.put("letterNumber", letter.number());
        variables.put("letterGroup", about.text(CaseVariables.SCHOOL_GROUP));
        variables.put(CaseVariables.CASE_REFERENCE, about.caseIfAny().orElse(null));
        for (var shown : new String[] {CaseVariables.PUPIL_ID, CaseVariables.PUPIL_NAME, CaseVariables.SCHOOL_CODE,
            CaseVariables.SCHOOL_NAME, CaseVariables.SCHOOL_GROUP, CaseVariables.STAGE}) {
            variables.put(shown, shown.equals(CaseVariables.PUPIL_ID) ? (Object) about.pupilId() : about.text(shown));
        }
        runtime.startProcessInstanceByKey(PROCESS, about.reference(), variables);
    }
}
