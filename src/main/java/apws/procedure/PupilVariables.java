package apws.procedure;

import apws.access.Roles;
import apws.casework.Case;
import apws.procedure.names.CaseVariables;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whom a process is about, as routing and the cards in Tasklist need it: the pupil's part of {@link CaseVariables}. */
@Component
public class PupilVariables {

    private final Pupils pupils;
    private final Schools schools;

    PupilVariables(Pupils pupils, Schools schools) {
        this.pupils = pupils;
        this.schools = schools;
    }

    /** In the school that has the case. */
    public Map<String, Object> of(Case of) {
        return variables(pupils.get(of.pupilId()), of.schoolCode());
    }

    /** Of a pupil who may have no case. */
    public Map<String, Object> of(long pupilId) {
        var pupil = pupils.get(pupilId);
        return variables(pupil, pupil.schoolCode());
    }

    private Map<String, Object> variables(Pupil pupil, String schoolCode) {
        var school = schools.get(schoolCode);
        return Map.of(
                CaseVariables.PUPIL_ID, pupil.id(),
                CaseVariables.PUPIL_NAME, pupil.name(),
                CaseVariables.SCHOOL_CODE, school.code(),
                CaseVariables.SCHOOL_NAME, school.name(),
                CaseVariables.SCHOOL_GROUP, Roles.ofSchool(school.code()));
    }
}
