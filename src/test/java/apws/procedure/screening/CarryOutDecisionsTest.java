package apws.procedure.screening;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import apws.access.SignedIn;
import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.procedure.StepInput;
import apws.procedure.casework.CaseStarts;
import apws.procedure.names.CaseVariables;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.register.Candidate;
import apws.register.Figures;
import apws.register.Screening;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarryOutDecisionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 21);
    private static final String SCHOOL = "9990001";

    private final Entries entries = mock(Entries.class);
    private final Screening screening = mock(Screening.class);
    private final Pupils pupils = mock(Pupils.class);
    private final Cases cases = mock(Cases.class);
    private final CaseStarts starts = mock(CaseStarts.class);
    private final SchoolCalendar calendar = mock(SchoolCalendar.class);
    private final SignedIn signedIn = mock(SignedIn.class);
    private final DelegateExecution step = mock(DelegateExecution.class);
    private final CarryOutDecisions carryOut = new CarryOutDecisions(entries, new OpenCandidates(screening, pupils, cases), screening, starts,
            calendar, signedIn);

    @BeforeEach
    void aListOfOne() {
        when(step.getVariable(CaseVariables.SCHOOL_CODE)).thenReturn(SCHOOL);
        when(calendar.today()).thenReturn(TODAY);
        when(signedIn.userId()).thenReturn("d.lee");
        when(pupils.withUpn("Z999000100001")).thenReturn(Optional.of(new Pupil(7L, "Z999000100001", "Ada", "Moss", LocalDate.of(2015, 5, 3), "Year 7",
                SCHOOL, LocalDate.of(2026, 9, 1), null, false, false, false, false, false, false, false, false)));
        when(screening.candidates(SCHOOL)).thenReturn(List.of(new Candidate(7L, SCHOOL, "AL 1.2.0", false, false,
                new Figures(LocalDate.of(2026, 9, 1), TODAY, TODAY, 24, 21, 0, 3, 0, 0), TODAY)));
        when(cases.openCaseOf(7L)).thenReturn(Optional.empty());
    }

    @Test
    void aMeetingsOwnPlaceGoesBeforeTheOneForAll() {
        decided(Map.of("decision", "send", "meetingOn", "2026-09-30", "meetingOnWhy", "The parents asked for it", "meetingTime", "15:30",
                "meetingPlace", "Room 4", "meetingWith", ""));

        var meeting = new HashMap<String, String>();
        meeting.put(CaseVariables.MEETING_ON, "2026-09-30");
        meeting.put(CaseStarts.MEETING_ON_WHY, "The parents asked for it");
        meeting.put(CaseVariables.MEETING_TIME, "15:30");
        meeting.put(CaseVariables.MEETING_PLACE, "Room 4");
        meeting.put(CaseVariables.MEETING_WITH, "Daniel Lee");
        verify(starts).start(7L, "AL 1.2.0", meeting, "d.lee");
        verify(screening).decided(7L);
    }

    @Test
    void aHoldOpensNoCaseAndKeepsTheCandidate() {
        decided(Map.of("decision", "hold", "holdUntil", "2026-09-28", "reasonWords", "back from hospital"));

        verify(screening).hold(7L, LocalDate.of(2026, 9, 28), "held: back from hospital");
        verify(screening, never()).decided(anyLong());
        verify(starts, never()).start(anyLong(), any(), any(), any());
    }

    @Test
    void doNotSendMeasuresAgainFromToday() {
        decided(Map.of("decision", "doNotSend", "reason", "bereavement"));

        verify(screening).measureFrom(7L, TODAY, "Not sent: bereavement: ");
        verify(screening).decided(7L);
    }

    @Test
    void undecidedChangesNothing() {
        decided(Map.of());

        verify(screening, never()).decided(anyLong());
        verify(screening, never()).hold(anyLong(), any(), any());
        verify(starts, never()).start(anyLong(), any(), any(), any());
    }

    @Test
    void whoHasGotACaseSinceTheListWasOpenedGetsNoSecond() {
        when(cases.openCaseOf(7L)).thenReturn(Optional.of(new Case("AI-2026-00001", 7L, SCHOOL, TODAY, "d.lee", null, null)));
        decided(Map.of("decision", "send"));

        verify(starts, never()).start(anyLong(), any(), any(), any());
    }

    @Test
    void whoHasRecoveredSinceTheListWasOpenedIsNotWrittenTo() {
        when(screening.candidates(SCHOOL)).thenReturn(List.of());
        decided(Map.of("decision", "send"));

        verify(starts, never()).start(anyLong(), any(), any(), any());
    }

    private void decided(Map<String, String> row) {
        var whole = new HashMap<>(row);
        whole.put("upn", "Z999000100001");
        var form = new ObjectMapper().valueToTree(Map.of("candidates", List.of(whole), "meetingPlaceForAll", "Main hall",
                "meetingWithForAll", "Daniel Lee"));
        when(step.getVariable(StepInput.ENTRY)).thenReturn(1L);
        when(entries.get(1L)).thenReturn(new Entry(1L, "SCHOOL-" + SCHOOL, "decide-whom-to-write-to", "S1-01, S1-02", form, Instant.EPOCH, "d.lee"));
        carryOut.execute(step);
    }
}
