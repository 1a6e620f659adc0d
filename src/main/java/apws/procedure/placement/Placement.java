package apws.procedure.placement;

import apws.access.WithoutPermissionChecks;
import apws.procedure.names.CaseVariables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts a running case where it is to stand: at one step of one process, reached from the journey through the calls above it. What the case
 * waited at before ends; a process that has to be begun waits at its first task, which ends before anybody sees it.
 */
@Component
class Placement {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final WithoutPermissionChecks unchecked;

    Placement(RuntimeService runtime, RepositoryService repository, WithoutPermissionChecks unchecked) {
        this.runtime = runtime;
        this.repository = repository;
        this.unchecked = unchecked;
    }

    /**
     * The same once the step of a diagram that asks for it is written, still in its transaction: what the engine begins within a step it does
     * not find before the step's end.
     */
    void placeAfterwards(String caseReference, List<Level> levels) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                unchecked.run(() -> place(caseReference, levels, Map.of()));
            }
        });
    }

    /**
     * @param levels    the journey first, the step last
     * @param variables that the step's process is given, whether it was running before or not
     */
    void place(String caseReference, List<Level> levels, Map<String, Object> variables) {
        var at = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseReference)
                .processDefinitionKey(levels.get(0).process()).singleResult();
        for (int i = 1; i < levels.size(); i++) {
            var called = called(at, levels.get(i).process());
            if (called == null) {
                // what was once decided to be sent is not sent again by a process that is only begun on the way to a step of it
                runtime.setVariable(at.getId(), CaseVariables.LETTER, null);
                move(at, levels.get(i - 1).activity());
                called = called(at, levels.get(i).process());
                runtime.setVariables(called.getId(), levels.get(i).variables());
            }
            at = called;
        }
        runtime.setVariables(at.getId(), variables);
        move(at, levels.get(levels.size() - 1).activity());
    }

    private ProcessInstance called(ProcessInstance by, String process) {
        return runtime.createProcessInstanceQuery().superProcessInstanceId(by.getId()).processDefinitionKey(process).singleResult();
    }

    private void move(ProcessInstance instance, String activity) {
        var tree = runtime.getActivityInstance(instance.getId());
        var change = runtime.createProcessInstanceModification(instance.getId()).startBeforeActivity(activity);
        Arrays.stream(tree.getChildActivityInstances()).filter(child -> !isBesidesTheWay(child))
                .forEach(child -> change.cancelActivityInstance(child.getId()));
        Arrays.stream(tree.getChildTransitionInstances()).forEach(child -> change.cancelTransitionInstance(child.getId()));
        change.execute();
    }

    /** An event sub-process, such as the look at a time limit, stays as it is. */
    private boolean isBesidesTheWay(ActivityInstance child) {
        return repository.getBpmnModelInstance(child.getProcessDefinitionId()).getModelElementById(child.getActivityId()) instanceof SubProcess sub
                && sub.triggeredByEvent();
    }
}
