package apws.procedure.screening;

import apws.access.SignedIn;
import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.casework.CaseStarts;
import apws.procedure.names.CaseVariables;
import apws.pupil.Pupils;
import apws.register.Candidate;
import apws.register.Screening;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Does what the school decided on its list: opens a case for each "send", keeps a pupil off the list until the date of a "hold",
 * and measures anew from today after a "do not send" (settlements 2 and 3). Whoever was not decided on stays on the list.
 */
@Component
@ForDiagrams
class CarryOutDecisions implements JavaDelegate {

    private final Entries entries;
    private final Screening screening;
    private final Pupils pupils;
    private final Cases cases;
    private final CaseStarts starts;
    private final SchoolCalendar calendar;
    private final SignedIn signedIn;

    CarryOutDecisions(Entries entries, Screening screening, Pupils pupils, Cases cases, CaseStarts starts, SchoolCalendar calendar,
                      SignedIn signedIn) {
        this.entries = entries;
        this.screening = screening;
        this.pupils = pupils;
        this.cases = cases;
        this.starts = starts;
        this.calendar = calendar;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var list = entries.latest(step.getProcessBusinessKey(), "decide-whom-to-write-to").orElseThrow();
        var candidates = screening.candidates(new StepInput(step).text(CaseVariables.SCHOOL_CODE)).stream()
                .collect(Collectors.toMap(Candidate::pupilId, Function.identity()));
        for (var row : list.data().path("candidates")) {
            var candidate = candidates.get(pupils.withUpn(row.path("upn").asText()).orElseThrow().id());
            // who is no candidate any more was decided on, or recovered, since the list was opened
            if (candidate != null && cases.openCaseOf(candidate.pupilId()).isEmpty()) {
                carryOut(candidate, row, list);
            }
        }
    }

    private void carryOut(Candidate candidate, JsonNode row, Entry list) {
        switch (row.path("decision").asText("")) {
            case "send" -> {
                starts.start(candidate.pupilId(), candidate.band(), meeting(row, list), signedIn.userId());
                screening.decided(candidate.pupilId());
            }
            case "hold" -> screening.hold(candidate.pupilId(), LocalDate.parse(row.path("holdUntil").asText()), reason(row));
            case "doNotSend" -> {
                screening.measureFrom(candidate.pupilId(), calendar.today(), "Not sent: " + reason(row));
                screening.decided(candidate.pupilId());
            }
            default -> { }
        }
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

    private static String reason(JsonNode row) {
        return String.join(": ", row.path("reason").asText("held"), row.path("reasonWords").asText(""));
    }
}
