package apws.procedure;

import apws.access.Roles;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whom a process is about, as routing and the cards in Tasklist need it: the pupil's part of {@link CaseVariables}. */
@Component
class PupilVariables {

    private final Pupils pupils;
    private final Schools schools;

    PupilVariables(Pupils pupils, Schools schools) {
        this.pupils = pupils;
        this.schools = schools;
    }

    Map<String, Object> of(long pupilId) {
        var pupil = pupils.get(pupilId);
        var school = schools.get(pupil.schoolCode());
        return Map.of(
                CaseVariables.PUPIL_ID, pupilId,
                CaseVariables.PUPIL_NAME, pupil.name(),
                CaseVariables.SCHOOL_CODE, school.code(),
                CaseVariables.SCHOOL_NAME, school.name(),
                CaseVariables.SCHOOL_GROUP, Roles.ofSchool(school.code()));
    }
}
