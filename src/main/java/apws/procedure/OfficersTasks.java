package apws.procedure;

import apws.officer.Officers;
import java.util.Collection;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * The open tasks that diagrams give to a case's officer, with the bean {@code officers}: whenever a case changes hands, or its officer goes
 * away or comes back, they go to whoever is at work for it from then on, and are seen by nobody else.
 */
@Component
class OfficersTasks {

    private static final String ASKED_OF_THE_OFFICER = "officers.of(";

    private final TaskService tasks;
    private final RepositoryService repository;
    private final Officers officers;

    OfficersTasks(TaskService tasks, RepositoryService repository, Officers officers) {
        this.tasks = tasks;
        this.repository = repository;
        this.officers = officers;
    }

    /** Those of the case, its notices and its proceedings among them. */
    void bringToWhoIsAtWork(String caseReference) {
        var open = tasks.createTaskQuery().processInstanceBusinessKey(caseReference).list().stream().filter(this::isTheOfficers).toList();
        if (!open.isEmpty()) {
            var atWork = officers.atWork(caseReference);
            open.stream().filter(task -> !atWork.equals(task.getAssignee())).forEach(task -> tasks.setAssignee(task.getId(), atWork));
        }
    }

    void bringToWhoIsAtWork(Collection<String> caseReferences) {
        caseReferences.forEach(this::bringToWhoIsAtWork);
    }

    private boolean isTheOfficers(Task task) {
        return repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey())
                instanceof UserTask asked && asked.getCamundaAssignee() != null && asked.getCamundaAssignee().contains(ASKED_OF_THE_OFFICER);
    }
}
