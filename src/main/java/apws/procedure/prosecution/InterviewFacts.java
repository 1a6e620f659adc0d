package apws.procedure.prosecution;

import apws.casework.Entries;
import apws.casework.Entry;
import apws.form.FilledForm;
import apws.legal.SessionsToCharge;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.answers.InterviewRecorded;
import apws.procedure.names.StageVariables;
import apws.pupil.Parents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What came of the interview with each parent who was suspected, to decide on what follows for each (settlement 9). */
@Component("interviews")
class InterviewFacts implements FormFacts {

    private final Parents parents;
    private final Entries entries;
    private final SessionsToCharge toCharge;
    private final FilledForm forms;

    InterviewFacts(Parents parents, Entries entries, SessionsToCharge toCharge, FilledForm forms) {
        this.parents = parents;
        this.entries = entries;
        this.toCharge = toCharge;
        this.forms = forms;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        return Map.of("decisions", suspects(variables).stream().map(id -> Map.<String, Object>of("parentId", id.toString(),
                "name", parents.get(id).name(),
                "interview", entries.newest(CaseFacts.reference(variables), InterviewRecorded.class, said -> id.equals(said.suspectId())).map(this::inWords)
                        .orElse("Not recorded"),
                "sessionsInTime", "%d sessions in time".formatted(toCharge.of(CaseFacts.pupilId(variables), id, null).size()))).toList());
    }

    private static List<Long> suspects(Map<String, Object> variables) {
        return variables.get(StageVariables.SUSPECTS) instanceof Collection<?> suspects
                ? suspects.stream().map(one -> Long.valueOf(String.valueOf(((Map<?, ?>) one).get("parentId")))).toList() : List.of();
    }

    private String inWords(Entry recorded) {
        return "%s, recorded by %s".formatted(forms.inWords(recorded.filledIn(), "result", recorded.as(InterviewRecorded.class).result()), recorded.madeBy());
    }
}
