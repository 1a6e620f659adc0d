package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.legal.SessionKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Writes into the chronology what the school answered to a mark dispute, mark by mark. */
@Component
@ForDiagrams
class WriteMarkAnswerDown implements JavaDelegate {

    private final Entries entries;
    private final Chronology chronology;
    private final Viewer viewer;

    WriteMarkAnswerDown(Entries entries, Chronology chronology, Viewer viewer) {
        this.entries = entries;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new Given(step).caseReference();
        var answers = entries.latest(reference, "answer-mark-dispute").orElseThrow().data().path("answers");
        var bySession = StreamSupport.stream(answers.spliterator(), false)
                .collect(Collectors.toMap(answer -> SessionKey.parse(answer.path("session").asText()), answer -> answer));
        chronology.write(reference, "Mark dispute", DisputedMark.in((SpinJsonNode) step.getVariable(DisputedMark.VARIABLE)).stream()
                .map(mark -> inWords(mark, bySession.get(mark.session()))).collect(Collectors.joining("; ")), viewer.userId());
    }

    private static String inWords(DisputedMark mark, JsonNode answer) {
        var session = mark.session().inWords();
        var why = answer.path("reason").asText();
        return answer.path("answer").asText().equals("amended")
                ? "The mark on %s is amended from %s to %s by %s: %s".formatted(session, mark.code(), answer.path("newCode").asText(),
                        answer.path("amendedBy").asText(), why)
                : "The mark %s on %s stands: %s".formatted(mark.code(), session, why);
    }
}
