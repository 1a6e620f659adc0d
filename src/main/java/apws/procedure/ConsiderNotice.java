package apws.procedure;

import apws.access.Viewer;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A penalty notice to the parent begins to be prepared, unless one is being prepared already (S2-12). Parameter: {@code parentId}. */
@Component
@ForDiagrams(needs = "parentId")
class ConsiderNotice implements JavaDelegate {

    private static final String PREPARED = "notice-is-prepared";

    private final RuntimeService runtime;
    private final NoticeStarts starts;
    private final Viewer viewer;

    ConsiderNotice(RuntimeService runtime, NoticeStarts starts, Viewer viewer) {
        this.runtime = runtime;
        this.starts = starts;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var reference = given.caseReference();
        var parentId = given.number("parentId");
        if (runtime.createProcessInstanceQuery().processDefinitionKey(NoticeStarts.PROCESS).processInstanceBusinessKey(reference)
                .variableValueEquals(NoticeStarts.PARENT, String.valueOf(parentId)).activityIdIn(PREPARED).count() == 0) {
            runtime.createMessageCorrelation(RaiseNoticesToConsider.TO_BE_CONSIDERED).processInstanceBusinessKey(reference)
                    .setVariables(starts.toBeConsidered(reference, given.pupilId(), parentId, viewer.userId())).correlateStartMessage();
        }
    }
}
