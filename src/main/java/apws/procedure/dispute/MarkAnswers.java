package apws.procedure.dispute;

import apws.procedure.answers.MarkAnswer;
import apws.procedure.answers.MarkDispute;
import apws.procedure.dispute.DisputedMarks.DisputedMark;
import apws.register.SessionKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a school answered to a mark dispute, in words. */
@Component
public class MarkAnswers {

    private final DisputedMarks marks;

    MarkAnswers(DisputedMarks marks) {
        this.marks = marks;
    }

    /** One sentence for each mark. */
    public List<String> inWords(long pupilId, MarkDispute dispute, MarkAnswer answer) {
        var bySession = answer.answers().stream().collect(Collectors.toMap(one -> SessionKey.parse(one.session()), one -> one));
        return marks.of(pupilId, dispute).stream().map(mark -> inWords(mark, Objects.requireNonNull(bySession.get(mark.session())))).toList();
    }

    private static String inWords(DisputedMark mark, MarkAnswer.Mark answer) {
        var session = mark.session().inWords();
        var why = answer.reason();
        return answer.answer().equals("amended")
                ? "The mark on %s is amended from %s to %s by %s: %s".formatted(session, mark.code(), answer.newCode(),
                        answer.amendedBy(), why)
                : "The mark %s on %s stands: %s".formatted(mark.code(), session, why);
    }
}
