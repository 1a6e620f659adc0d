package apws.procedure.facts;

import apws.casework.Entries;
import apws.procedure.CaseVariables;
import apws.procedure.ForDiagrams;
import apws.procedure.form.FormFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The meeting in school: when and where it is, and who did not come (S1-02). */
@Component("meeting")
@ForDiagrams
public class MeetingFacts implements FormFacts {

    private final Entries entries;

    MeetingFacts(Entries entries) {
        this.entries = entries;
    }

    /** The ids of the parents who were invited to the last meeting and did not attend. */
    public List<Long> parentsWhoMissedIt(String caseReference) {
        var outcome = entries.latest(caseReference, "record-meeting-outcome").orElseThrow();
        var missed = new ArrayList<Long>();
        for (var parent : outcome.data().path("parents")) {
            var came = parent.path("came").asText();
            if (came.equals("didNotAttend") || came.equals("apologies")) {
                missed.add(Long.valueOf(parent.path("parentId").asText()));
            }
        }
        return missed;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var on = CaseFacts.date(variables, CaseVariables.MEETING_ON);
        return Map.of(
                "meetingText", "Meeting on %s at %s, %s, with %s.".formatted(CaseFacts.day(on), variables.get(CaseVariables.MEETING_TIME),
                        variables.get(CaseVariables.MEETING_PLACE), variables.get(CaseVariables.MEETING_WITH)),
                "meetingWasOn", on.toString());
    }
}
