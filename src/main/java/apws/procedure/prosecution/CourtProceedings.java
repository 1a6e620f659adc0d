package apws.procedure.prosecution;

import apws.access.Roles;
import apws.casework.Cases;
import apws.legal.Proceeding;
import apws.procedure.CaseVariables;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.HashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The processes {@code court-proceedings}: one per parent who is charged, under the reference of the case, and what they and the case
 * tell each other.
 */
@Component
class CourtProceedings {

    static final String PROCESS = "court-proceedings";
    static final String ENDED = "proceedings-ended";
    static final String SET_ASIDE = "conviction-set-aside";

    private static final String PROCEEDING = "proceedingId";

    private final Cases cases;
    private final Pupils pupils;
    private final Parents parents;
    private final Schools schools;
    private final RuntimeService runtime;

    CourtProceedings(Cases cases, Pupils pupils, Parents parents, Schools schools, RuntimeService runtime) {
        this.cases = cases;
        this.pupils = pupils;
        this.parents = parents;
        this.schools = schools;
        this.runtime = runtime;
    }

    void start(Proceeding proceeding) {
        var school = schools.get(cases.get(proceeding.caseReference()).schoolCode());
        var variables = new HashMap<String, Object>();
        variables.put(CaseVariables.CASE_REFERENCE, proceeding.caseReference());
        variables.put(CaseVariables.PUPIL_ID, proceeding.pupilId());
        variables.put(CaseVariables.PUPIL_NAME, pupils.get(proceeding.pupilId()).name());
        variables.put(CaseVariables.SCHOOL_CODE, school.code());
        variables.put(CaseVariables.SCHOOL_NAME, school.name());
        variables.put(CaseVariables.SCHOOL_GROUP, Roles.ofSchool(school.code()));
        variables.put(CaseVariables.STAGE, "Stage 4");
        variables.put(PROCEEDING, proceeding.id());
        variables.put("parentId", proceeding.parentId());
        variables.put("parentName", parents.get(proceeding.parentId()).name());
        variables.put("hearingOn", proceeding.charge().hearingOn().toString());
        runtime.startProcessInstanceByKey(PROCESS, proceeding.caseReference(), variables);
    }

    /** The case that waits for them goes on; where none does, nothing happens. */
    void haveEnded(String caseReference, long proceedingId) {
        runtime.createMessageCorrelation(ENDED).processInstanceBusinessKey(caseReference).localVariableEquals(PROCEEDING, proceedingId)
                .correlateAll();
    }

    /** Stage 5 ends where it still runs. */
    void convictionSetAside(String caseReference, long proceedingId) {
        runtime.createMessageCorrelation(SET_ASIDE).processInstanceBusinessKey(caseReference)
                .processInstanceVariableEquals(PROCEEDING, proceedingId).correlateAll();
    }
}
