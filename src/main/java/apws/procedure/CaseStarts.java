package apws.procedure;

import apws.access.Roles;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The one place that starts the journey of a case. */
@Component
public class CaseStarts {

    static final String PROCESS = "attendance-intervention";

    private final Cases cases;
    private final Chronology chronology;
    private final Pupils pupils;
    private final Schools schools;
    private final RuntimeService runtime;

    CaseStarts(Cases cases, Chronology chronology, Pupils pupils, Schools schools, RuntimeService runtime) {
        this.cases = cases;
        this.chronology = chronology;
        this.pupils = pupils;
        this.schools = schools;
        this.runtime = runtime;
    }

    /**
     * Opens a case with the letter that the school decided on.
     *
     * @param meeting the meeting's date, time, place and people, by the names of {@link CaseVariables}; empty for AL 1.1.0
     * @throws apws.casework.CaseAlreadyOpen when the pupil has one
     */
    public Case start(long pupilId, String letter, Map<String, String> meeting, String by) {
        var pupil = pupils.get(pupilId);
        var school = schools.get(pupil.schoolCode());
        var opened = cases.open(pupilId, school.code(), by);
        chronology.write(opened.reference(), "S1-01, S1-02", "Case opened: %s decided to send %s".formatted(school.name(), letter), by);

        var variables = new HashMap<String, Object>();
        variables.put(CaseVariables.CASE_REFERENCE, opened.reference());
        variables.put(CaseVariables.PUPIL_ID, pupilId);
        variables.put(CaseVariables.PUPIL_NAME, pupil.name());
        variables.put(CaseVariables.SCHOOL_CODE, school.code());
        variables.put(CaseVariables.SCHOOL_NAME, school.name());
        variables.put(CaseVariables.SCHOOL_GROUP, Roles.ofSchool(school.code()));
        variables.put(CaseVariables.STAGE, "Stage 1");
        variables.put(CaseVariables.LETTER, letter);
        for (var fixed : new String[] {CaseVariables.MEETING_ON, CaseVariables.MEETING_TIME, CaseVariables.MEETING_PLACE, CaseVariables.MEETING_WITH}) {
            variables.put(fixed, meeting.get(fixed));
        }
        runtime.startProcessInstanceByKey(PROCESS, opened.reference(), variables);
        return opened;
    }
}
