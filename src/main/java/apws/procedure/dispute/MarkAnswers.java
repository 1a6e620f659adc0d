package apws.procedure.dispute;

import apws.casework.Entry;
import apws.procedure.dispute.DisputedMarks.DisputedMark;
import apws.register.SessionKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** What a school answered to a mark dispute, in words. */
@Component
public class MarkAnswers {

    private final DisputedMarks marks;

    MarkAnswers(DisputedMarks marks) {
        this.marks = marks;
    }

    /**
     * One sentence for each mark.
     *
     * @param dispute the form {@code write-dispute-down}
     * @param answer  the form {@code answer-mark-dispute}
     */
    public List<String> inWords(long pupilId, Entry dispute, Entry answer) {
        var bySession = StreamSupport.stream(answer.data().path("answers").spliterator(), false)
                .collect(Collectors.toMap(one -> SessionKey.parse(one.path("session").asText()), one -> one));
        return marks.of(pupilId, dispute).stream().map(mark -> inWords(mark, bySession.get(mark.session()))).toList();
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
