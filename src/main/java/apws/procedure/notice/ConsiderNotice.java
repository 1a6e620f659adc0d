package apws.procedure.notice;

import apws.access.SignedIn;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.PenaltyNoticeProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A penalty notice to the parent begins to be prepared, unless one is being prepared already (S2-12). Parameter: {@code parentId}. */
@Component
@ForDiagrams(needs = "parentId")
class ConsiderNotice implements JavaDelegate {

    private final RuntimeService runtime;
    private final NoticeStarts starts;
    private final SignedIn signedIn;

    ConsiderNotice(RuntimeService runtime, NoticeStarts starts, SignedIn signedIn) {
        this.runtime = runtime;
        this.starts = starts;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var reference = input.caseReference();
        var parentId = input.number("parentId");
        if (runtime.createProcessInstanceQuery().processDefinitionKey(PenaltyNoticeProcess.PROCESS).processInstanceBusinessKey(reference)
                .variableValueEquals(PenaltyNoticeProcess.PARENT, String.valueOf(parentId)).activityIdIn(PenaltyNoticeProcess.PREPARED).count() == 0) {
            runtime.createMessageCorrelation(PenaltyNoticeProcess.TO_BE_CONSIDERED).processInstanceBusinessKey(reference)
                    .setVariables(starts.toBeConsidered(reference, input.pupilId(), parentId, signedIn.userId())).correlateStartMessage();
        }
    }
}
