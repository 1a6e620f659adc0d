package apws.procedure;

import apws.access.Roles;
import apws.officer.Officers;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The variables with which every {@code penalty-notice} begins (S2-12). */
@Component
class NoticeStarts {

    static final String PROCESS = "penalty-notice";

    /** Under which the notice's entries are kept: the case's reference, or the notice's own business key where there is no case. */
    static final String REFERENCE = "noticeReference";
    static final String NUMBER = "noticeNumber";

    private static final String STAGE_OF_NOTICES = "Stage 2";

    private final Pupils pupils;
    private final Schools schools;
    private final Officers officers;

    NoticeStarts(Pupils pupils, Schools schools, Officers officers) {
        this.pupils = pupils;
        this.schools = schools;
        this.officers = officers;
    }

    /**
     * @param caseReference null for a pupil with no case
     * @param reference     the process's business key
     * @param by            who prepares the notice where no officer has the case
     */
    Map<String, Object> variables(String caseReference, String reference, long pupilId, String by) {
        var pupil = pupils.get(pupilId);
        var school = schools.get(pupil.schoolCode());
        var hasOfficer = caseReference != null && officers.ofCase(caseReference).isPresent();
        var variables = new HashMap<String, Object>();
        variables.put(CaseVariables.CASE_REFERENCE, caseReference);
        variables.put(REFERENCE, reference);
        variables.put(CaseVariables.PUPIL_ID, pupilId);
        variables.put(CaseVariables.PUPIL_NAME, pupil.name());
        variables.put(CaseVariables.SCHOOL_CODE, school.code());
        variables.put(CaseVariables.SCHOOL_NAME, school.name());
        variables.put(CaseVariables.SCHOOL_GROUP, Roles.ofSchool(school.code()));
        variables.put(CaseVariables.STAGE, STAGE_OF_NOTICES);
        variables.put("noticeOfficer", hasOfficer ? null : by);
        variables.put("authorisationReason", null);
        return variables;
    }
}
