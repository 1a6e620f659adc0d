package apws.procedure.casework;

import apws.casework.Case;
import apws.casework.Cases;
import apws.officer.Officers;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.NoticeToImproveProcess;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.procedure.names.SendLetterProcess;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** In which stage a case is, as its journey says. What runs beside a case under its reference has a stage of its own. */
@Component
public class CaseStages {

    private final RuntimeService runtime;
    private final Cases cases;
    private final Officers officers;

    CaseStages(RuntimeService runtime, Cases cases, Officers officers) {
        this.runtime = runtime;
        this.cases = cases;
        this.officers = officers;
    }

    public boolean isIn(String stage, String caseReference) {
        return journeys(stage).processInstanceBusinessKey(caseReference).count() > 0;
    }

    /** The open cases of the stage that an officer has. */
    public List<Case> withOfficerIn(String stage) {
        return journeys(stage).list().stream().map(ProcessInstance::getBusinessKey).distinct()
                .flatMap(reference -> cases.find(reference).filter(Case::open).stream())
                .filter(open -> officers.ofCase(open.reference()).isPresent()).toList();
    }

    private ProcessInstanceQuery journeys(String stage) {
        return runtime.createProcessInstanceQuery().processDefinitionKeyNotIn(PenaltyNoticeProcess.PROCESS, SendLetterProcess.PROCESS,
                NoticeToImproveProcess.PROCESS).variableValueEquals(CaseVariables.STAGE, stage);
    }
}
