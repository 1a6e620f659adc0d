package apws.procedure.letter;

import apws.access.SignedIn;
import apws.letter.Letters;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.SendLetterProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The one place that starts {@code send-letter}: a process of its own for each letter, under the reference of what it is about. */
@Component
public class LetterPost {

    private final Letters letters;
    private final RuntimeService runtime;
    private final SignedIn signedIn;

    LetterPost(Letters letters, RuntimeService runtime, SignedIn signedIn) {
        this.letters = letters;
        this.runtime = runtime;
        this.signedIn = signedIn;
    }

    /** @return the letters' ids */
    public List<Long> issue(String code, String step, Map<String, Object> details, StepInput about) {
        var recorded = about.caseIfAny().map(reference -> letters.record(code, reference, step, details, signedIn.userId()))
                .orElseGet(() -> letters.recordWithoutCase(code, about.pupilId(), step, details, signedIn.userId()));
        recorded.forEach(id -> send(id, about));
        return recorded;
    }

    void send(long letterId, StepInput about) {
        var letter = letters.get(letterId);
        var variables = new HashMap<String, Object>();
        variables.put(BetweenSteps.LETTER, letterId);
        variables.put("letterNumber", letter.number());
        variables.put("letterGroup", about.text(CaseVariables.SCHOOL_GROUP));
        variables.put(CaseVariables.CASE_REFERENCE, about.caseIfAny().orElse(null));
        for (var shown : new String[] {CaseVariables.PUPIL_ID, CaseVariables.PUPIL_NAME, CaseVariables.SCHOOL_CODE,
            CaseVariables.SCHOOL_NAME, CaseVariables.SCHOOL_GROUP, CaseVariables.STAGE}) {
            variables.put(shown, shown.equals(CaseVariables.PUPIL_ID) ? (Object) about.pupilId() : about.text(shown));
        }
        runtime.startProcessInstanceByKey(SendLetterProcess.PROCESS, about.reference(), variables);
    }
}
