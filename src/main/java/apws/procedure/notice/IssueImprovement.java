package apws.procedure.notice;

import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.letter.LetterPost;
import apws.procedure.names.BetweenSteps;
import apws.register.Registers;
import apws.register.SessionKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends the Notice to Improve to its parent, as it was prepared just now (settlement 14). Parameters: {@code letter} code, {@code step},
 * {@code parentId}, {@code sessions} on which it rests, {@code schoolWeeks} that it gives.
 */
@Component
@ForDiagrams(needs = {"letter", "step", "parentId", "sessions", "schoolWeeks"})
class IssueImprovement implements JavaDelegate {

    private final Improvements improvements;
    private final Registers registers;
    private final LetterPost post;

    IssueImprovement(Improvements improvements, Registers registers, LetterPost post) {
        this.improvements = improvements;
        this.registers = registers;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var details = improvements.daysIfPostedToday((int) input.number("schoolWeeks"));
        details.put("recipients", List.of(input.number("parentId")));
        details.put("sessions", rows(input.pupilId(), input.texts("sessions").stream().map(SessionKey::parse).sorted().toList()));
        var recorded = post.issue(input.text("letter"), input.text("step"), details, input);
        step.setVariable(BetweenSteps.IMPROVEMENT_LETTER, recorded.isEmpty() ? null : recorded.get(0));
    }

    private List<Map<String, Object>> rows(long pupilId, List<SessionKey> sessions) {
        var marks = registers.marks(pupilId, sessions.get(0).date(), sessions.get(sessions.size() - 1).date()).stream()
                .collect(Collectors.toMap(mark -> new SessionKey(mark.date(), mark.session()), mark -> mark));
        return sessions.stream().filter(marks::containsKey).map(key -> Map.<String, Object>of("date", key.date().toString(),
                "half", key.half().name(), "code", marks.get(key).code(), "meaning", marks.get(key).meaning())).toList();
    }
}
