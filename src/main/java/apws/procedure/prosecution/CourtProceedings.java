package apws.procedure.prosecution;

import apws.casework.Cases;
import apws.legal.Proceeding;
import apws.procedure.PupilVariables;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.CourtProceedingsProcess;
import apws.procedure.names.Messages;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.procedure.names.UnpaidNoticeProcess;
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
        runtime.startProcessInstanceByKey(CourtProceedingsProcess.PROCESS, proceeding.caseReference(), variables);
    }

    /** The prosecution of the unpaid notice is over, and would not hear what comes of these proceedings. */
    boolean leaveNoticeBehind(Proceeding proceeding) {
        return proceeding.notice() != null && runtime.createProcessInstanceQuery().processDefinitionKey(UnpaidNoticeProcess.PROCESS)
                .variableValueEquals(PenaltyNoticeProcess.NUMBER, proceeding.notice()).count() == 0;
    }

    /** The prosecution of the unpaid notice begins again, where it waits for the end of these proceedings. */
    void noticeFollows(Proceeding proceeding) {
        var variables = variables(proceeding);
        variables.put(PenaltyNoticeProcess.NUMBER, proceeding.notice());
        variables.put("givenUpWhy", null);
        runtime.createMessageCorrelation(Messages.CHARGE_HEARD_AGAIN).processInstanceBusinessKey(proceeding.caseReference()).setVariables(variables)
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
        variables.put(CourtProceedingsProcess.PROCEEDING, proceeding.id());
        variables.put(ProsecutionOfParentProcess.PARENT, proceeding.parentId());
        variables.put("parentName", parents.get(proceeding.parentId()).name());
        return variables;
    }

    /** Known only where a charge is heard again; that of a new charge is recorded in the process. */
    private static String hearing(Proceeding proceeding) {
        return proceeding.summons() == null || proceeding.summons().hearingOn() == null ? null : proceeding.summons().hearingOn().toString();
    }

    /** The case that waits for them goes on; where none does, nothing happens. */
    void haveEnded(String caseReference, long proceedingId) {
        runtime.createMessageCorrelation(Messages.PROCEEDINGS_ENDED).processInstanceBusinessKey(caseReference).localVariableEquals(CourtProceedingsProcess.PROCEEDING, proceedingId)
                .correlateAll();
    }

    /** Stage 5 ends where it still runs. */
    void convictionSetAside(String caseReference, long proceedingId) {
        runtime.createMessageCorrelation(CourtProceedingsProcess.CONVICTION_SET_ASIDE).processInstanceBusinessKey(caseReference)
                .processInstanceVariableEquals(CourtProceedingsProcess.PROCEEDING, proceedingId).correlateAll();
    }
}
