package apws.procedure;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** In which stage a case is, as its journey says. */
@Component
class CaseStages {

    private final RuntimeService runtime;

    CaseStages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** What runs beside the case under its reference has a stage of its own. */
    boolean isIn(String stage, String caseReference) {
        return runtime.createProcessInstanceQuery().processDefinitionKeyNotIn(NoticeStarts.PROCESS, LetterPost.PROCESS,
                TakeUpImprovement.PROCESS).processInstanceBusinessKey(caseReference).variableValueEquals(CaseVariables.STAGE, stage)
                .count() > 0;
    }
}
