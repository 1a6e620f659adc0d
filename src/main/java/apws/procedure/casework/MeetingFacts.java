package apws.procedure.casework;

import apws.calendar.Days;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.procedure.CaseFacts;
import apws.procedure.ForDiagrams;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.answers.MeetingHeld;
import apws.procedure.names.CaseVariables;
import apws.pupil.Parents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The meeting that is agreed: when and where it is; and which parents did not come to a meeting or review (S1-02, S2-06 to S2-09). */
@Component("meeting")
@ForDiagrams
@ForSchoolsToo
public class MeetingFacts implements FormFacts {

    private final Entries entries;
    private final Cases cases;
    private final Parents parents;

    MeetingFacts(Entries entries, Cases cases, Parents parents) {
        this.entries = entries;
        this.cases = cases;
        this.parents = parents;
    }

    /**
     * The ids of the parents who were invited to the last meeting and did not attend, those left out whom the pupil has no longer.
     *
     * @param form on which it was recorded
     */
    public List<Long> parentsWhoMissedIt(String caseReference, String form) {
        var outcome = entries.newest(caseReference, form).orElseThrow().as(MeetingHeld.class);
        var parentsNow = parents.of(cases.get(caseReference).pupilId()).stream().map(of -> of.parent().id()).toList();
        var missed = new ArrayList<Long>();
        for (var parent : outcome.parents()) {
            if (parent.came().equals("didNotAttend") || parent.came().equals("apologies")) {
                missed.add(parent.parentId());
            }
        }
        missed.retainAll(parentsNow);
        return missed;
    }

    /** Everybody who was invited, that is. */
    public boolean everyParentCame(String caseReference, String form) {
        return parentsWhoMissedIt(caseReference, form).isEmpty();
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var on = CaseFacts.date(variables, CaseVariables.MEETING_ON);
        return Map.of(
                "meetingText", "Meeting on %s at %s, %s, with %s.".formatted(Days.inWords(on), variables.get(CaseVariables.MEETING_TIME),
                        variables.get(CaseVariables.MEETING_PLACE), variables.get(CaseVariables.MEETING_WITH)),
                "meetingWasOn", on.toString());
    }
}
