package apws.procedure.prosecution;

import apws.casework.Cases;
import apws.legal.Proceeding;
import apws.procedure.CaseVariables;
import apws.procedure.PupilVariables;
import apws.pupil.Parents;
import java.util.HashMap;
import java.util.Map;
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
    static final String OF_NOTICE = "unpaid-notice-prosecution";
    static final String HEARD_AGAIN = "charge-heard-again";

    private static final String PROCEEDING = "proceedingId";
    private static final String NOTICE = "noticeNumber";

    private final Cases cases;
    private final Parents parents;
    private final PupilVariables pupilVariables;
    private final RuntimeService runtime;

    CourtProceedings(Cases cases, Parents parents, PupilVariables pupilVariables, RuntimeService runtime) {
        this.cases = cases;
        this.parents = parents;
        this.pupilVariables = pupilVariables;
        this.runtime = runtime;
    }

    void start(Proceeding proceeding) {
        var variables = variables(proceeding);
        variables.put("hearingOn", hearing(proceeding));
        runtime.startProcessInstanceByKey(PROCESS, proceeding.caseReference(), variables);
    }

    /** The prosecution of the unpaid notice is over, and would not hear what comes of these proceedings. */
    boolean leaveNoticeBehind(Proceeding proceeding) {
        return proceeding.notice() != null && runtime.createProcessInstanceQuery().processDefinitionKey(OF_NOTICE)
                .variableValueEquals(NOTICE, proceeding.notice()).count() == 0;
    }

    /** The prosecution of the unpaid notice begins again, where it waits for the end of these proceedings. */
    void noticeFollows(Proceeding proceeding) {
        var variables = variables(proceeding);
        variables.put(NOTICE, proceeding.notice());
        variables.put("givenUpWhy", null);
        runtime.createMessageCorrelation(HEARD_AGAIN).processInstanceBusinessKey(proceeding.caseReference()).setVariables(variables)
                .correlateStartMessage();
    }

    /** @param by the day by which the court is told what becomes of its direction, as ISO text */
    void directionFollows(String process, Proceeding proceeding, String by) {
        var variables = variables(proceeding);
        variables.put("orderReportBy", by);
        runtime.startProcessInstanceByKey(process, proceeding.caseReference(), variables);
    }

    private Map<String, Object> variables(Proceeding proceeding) {
        var variables = new HashMap<>(pupilVariables.of(cases.get(proceeding.caseReference())));
        variables.put(CaseVariables.CASE_REFERENCE, proceeding.caseReference());
        variables.put(CaseVariables.STAGE, "Stage 4");
        variables.put(PROCEEDING, proceeding.id());
        variables.put("parentId", proceeding.parentId());
        variables.put("parentName", parents.get(proceeding.parentId()).name());
        return variables;
    }

    /** Known only where a charge is heard again; that of a new charge is recorded in the process. */
    private static String hearing(Proceeding proceeding) {
        return proceeding.summons() == null || proceeding.summons().hearingOn() == null ? null : proceeding.summons().hearingOn().toString();
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
