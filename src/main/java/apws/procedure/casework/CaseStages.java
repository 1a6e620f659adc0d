package apws.procedure.casework;

import apws.procedure.names.CaseVariables;
import apws.procedure.names.NoticeToImproveProcess;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.procedure.names.SendLetterProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** In which stage a case is, as its journey says. */
@Component
public class CaseStages {

    private final RuntimeService runtime;

    CaseStages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** What runs beside the case under its reference has a stage of its own. */
    public boolean isIn(String stage, String caseReference) {
        return runtime.createProcessInstanceQuery().processDefinitionKeyNotIn(PenaltyNoticeProcess.PROCESS, SendLetterProcess.PROCESS,
                NoticeToImproveProcess.PROCESS).processInstanceBusinessKey(caseReference).variableValueEquals(CaseVariables.STAGE, stage)
                .count() > 0;
    }
}
