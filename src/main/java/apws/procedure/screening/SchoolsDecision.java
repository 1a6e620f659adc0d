package apws.procedure.screening;

import apws.casework.Entry;
import apws.procedure.casework.CaseStarts;
import apws.procedure.names.CaseVariables;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What a school decided about one pupil of its list, the form {@code decide-whom-to-write-to}.
 *
 * @param decision {@code send}, {@code hold} or {@code doNotSend}; empty where the pupil was left open
 * @param reason   in words, for the record
 * @param meeting  by the names of {@link CaseVariables}; the pupil's own place and people go before those for all
 */
record SchoolsDecision(String upn, String decision, LocalDate holdUntil, String reason, Map<String, String> meeting) {

    static List<SchoolsDecision> in(Entry list) {
        return StreamSupport.stream(list.data().path("candidates").spliterator(), false).map(row -> of(row, list)).toList();
    }

    private static SchoolsDecision of(JsonNode row, Entry list) {
        return new SchoolsDecision(row.path("upn").asText(), row.path("decision").asText(""),
                row.hasNonNull("holdUntil") ? LocalDate.parse(row.path("holdUntil").asText()) : null,
                String.join(": ", row.path("reason").asText("held"), row.path("reasonWords").asText("")), meeting(row, list));
    }

    private static Map<String, String> meeting(JsonNode row, Entry list) {
        var meeting = new HashMap<String, String>();
        meeting.put(CaseVariables.MEETING_ON, row.path("meetingOn").asText(null));
        meeting.put(CaseStarts.MEETING_ON_WHY, row.path("meetingOnWhy").asText(null));
        meeting.put(CaseVariables.MEETING_TIME, row.path("meetingTime").asText(null));
        meeting.put(CaseVariables.MEETING_PLACE, ownOrForAll(row, "meetingPlace", list));
        meeting.put(CaseVariables.MEETING_WITH, ownOrForAll(row, "meetingWith", list));
        return meeting;
    }

    private static String ownOrForAll(JsonNode row, String field, Entry list) {
        var own = row.path(field).asText("");
        return own.isBlank() ? list.data().path(field + "ForAll").asText(null) : own;
    }
}
