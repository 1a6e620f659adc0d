package apws.procedure.screening;

import apws.casework.Entry;
import apws.procedure.answers.FormAnswers;
import apws.procedure.answers.SchoolsList;
import apws.procedure.casework.CaseStarts;
import apws.procedure.names.CaseVariables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a school decided about one pupil of its list, the form {@code decide-whom-to-write-to}.
 *
 * @param decision {@code send}, {@code hold} or {@code doNotSend}; empty where the pupil was left open
 * @param reason   in words, for the record
 * @param meeting  by the names of {@link CaseVariables}; the pupil's own place and people go before those for all
 */
record SchoolsDecision(String upn, String decision, @Nullable LocalDate holdUntil, String reason, Map<String, String> meeting) {

    static List<SchoolsDecision> in(Entry entry) {
        var list = entry.as(SchoolsList.class);
        return list.candidates().stream().map(row -> new SchoolsDecision(row.upn(), row.decision(), row.holdUntil(),
                String.join(": ", row.reason().isEmpty() ? "held" : row.reason(), row.reasonWords()), meeting(row, list))).toList();
    }

    private static Map<String, String> meeting(SchoolsList.Candidate row, SchoolsList list) {
        var meeting = new HashMap<String, String>();
        meeting.put(CaseVariables.MEETING_ON, row.meetingOn() == null ? null : row.meetingOn().toString());
        meeting.put(CaseStarts.MEETING_ON_WHY, FormAnswers.orNull(row.meetingOnWhy()));
        meeting.put(CaseVariables.MEETING_TIME, FormAnswers.orNull(row.meetingTime()));
        meeting.put(CaseVariables.MEETING_PLACE, FormAnswers.orNull(row.meetingPlace().isBlank() ? list.meetingPlaceForAll() : row.meetingPlace()));
        meeting.put(CaseVariables.MEETING_WITH, FormAnswers.orNull(row.meetingWith().isBlank() ? list.meetingWithForAll() : row.meetingWith()));
        return meeting;
    }
}
