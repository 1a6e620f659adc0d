package apws.procedure.casework;

import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.procedure.PupilVariables;
import apws.procedure.names.CaseProcess;
import apws.procedure.names.CaseVariables;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The one place that starts the journey of a case. */
@Component
public class CaseStarts {

    /** Why the meeting is on an unusual day. */
    public static final String MEETING_ON_WHY = "meetingOnWhy";

    private static final String FIRST_STAGE = "Stage 1";
    /** In the place of a letter's code: the case waits for the school to decide. */
    private static final String NO_LETTER = "none";

    private final Cases cases;
    private final Chronology chronology;
    private final Pupils pupils;
    private final Schools schools;
    private final PupilVariables pupilVariables;
    private final RuntimeService runtime;

    CaseStarts(Cases cases, Chronology chronology, Pupils pupils, Schools schools, PupilVariables pupilVariables, RuntimeService runtime) {
        this.cases = cases;
        this.chronology = chronology;
        this.pupils = pupils;
        this.schools = schools;
        this.pupilVariables = pupilVariables;
        this.runtime = runtime;
    }

    /**
     * Opens a case with the letter that the school decided on.
     *
     * @param meeting the meeting's date, time, place and people, by the names of {@link CaseVariables}, and {@link #MEETING_ON_WHY}, which goes on
     *                the record: the school's list is none of the case. Empty for AL 1.1.0
     * @throws apws.casework.CaseAlreadyOpen when the pupil has one
     */
    public Case start(long pupilId, String letter, Map<String, String> meeting, String by) {
        var school = schools.get(pupils.get(pupilId).schoolCode());
        var opened = open(pupilId, "S1-01, S1-02", "Case opened: %s decided to send %s".formatted(school.name(), letter), by);
        var why = meeting.get(MEETING_ON_WHY);
        if (why != null && !why.isBlank()) {
            chronology.write(opened.reference(), "S1-02", "Meeting on that day all the same: " + why, by);
        }
        begin(opened, FIRST_STAGE, letter, meeting);
        return opened;
    }

    /**
     * Opens a case that does not begin with a letter of Stage 1: it waits at the first task of its stage.
     *
     * @param stage   such as {@code Stage 4}
     * @param step    the step or settlement by which it begins there
     * @param because in a sentence, for the chronology
     * @param first   done once the case is on the record and before its first task comes up, such as to give it an officer
     * @throws apws.casework.CaseAlreadyOpen when the pupil has one
     */
    public Case startIn(String stage, long pupilId, String step, String because, String by, Consumer<Case> first) {
        var opened = open(pupilId, step, "Case opened in %s: %s".formatted(stage, because), by);
        first.accept(opened);
        begin(opened, stage, NO_LETTER, Map.of());
        return opened;
    }

    private Case open(long pupilId, String step, String line, String by) {
        var opened = cases.open(pupilId, pupils.get(pupilId).schoolCode(), by);
        chronology.write(opened.reference(), step, line, by);
        return opened;
    }

    private void begin(Case opened, String stage, String letter, Map<String, String> meeting) {
        var variables = new HashMap<>(pupilVariables.of(opened));
        variables.put(CaseVariables.CASE_REFERENCE, opened.reference());
        variables.put(CaseVariables.STAGE, stage);
        variables.put(CaseVariables.LETTER, letter);
        for (var fixed : new String[] {CaseVariables.MEETING_ON, CaseVariables.MEETING_TIME, CaseVariables.MEETING_PLACE, CaseVariables.MEETING_WITH}) {
            variables.put(fixed, meeting.get(fixed));
        }
        runtime.startProcessInstanceByKey(CaseProcess.PROCESS, opened.reference(), variables);
    }
}
