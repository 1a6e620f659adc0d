package apws.procedure.officer;

import apws.access.Roles;
import apws.officer.Officers;
import apws.procedure.names.CaseVariables;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
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
    private static final Set<String> GIVEN_UP_TO = Set.of(Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY);
    /** What every database takes in one list. */
    private static final int AT_ONCE = 500;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Officers officers;

    OfficersTasks(TaskService tasks, RuntimeService runtime, RepositoryService repository, Officers officers) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.officers = officers;
    }

    void bringToWhoIsAtWork(String caseReference) {
        bringToWhoIsAtWork(List.of(caseReference));
    }

    /** Those of the cases, their notices and their proceedings among them. */
    void bringToWhoIsAtWork(List<String> caseReferences) {
        for (int from = 0; from < caseReferences.size(); from += AT_ONCE) {
            var some = caseReferences.subList(from, Math.min(from + AT_ONCE, caseReferences.size()));
            tasks.createTaskQuery().processInstanceBusinessKeyIn(some.toArray(String[]::new)).list().stream()
                    .filter(this::isTheOfficers).forEach(this::bring);
        }
    }

    private void bring(Task task) {
        var atWork = officers.atWork((String) runtime.getVariable(task.getExecutionId(), CaseVariables.CASE_REFERENCE));
        if (!atWork.equals(task.getAssignee())) {
            tasks.setAssignee(task.getId(), atWork);
        }
    }

    /** What an officer who leaves still has: a group's task goes back to its group, any other is shown to the service manager. */
    void giveUp(String leaver) {
        // the engine's query still finds those that have gone to others in this transaction
        tasks.createTaskQuery().taskAssignee(leaver).list().stream().filter(task -> leaver.equals(task.getAssignee())).forEach(task -> {
            if (groupsOf(task).isEmpty()) {
                GIVEN_UP_TO.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
            }
            tasks.setAssignee(task.getId(), null);
        });
    }

    /** Those that are asked to do it, which whoever is shown it for being overdue is not. */
    private List<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    }

    /** Some are the officer's in one case and a group's in another, such as those of monitoring. */
    private boolean isTheOfficers(Task task) {
        return mayBeTheOfficers(task) && GIVEN_UP_TO.containsAll(groupsOf(task));
    }

    private boolean mayBeTheOfficers(Task task) {
        return repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey())
                instanceof UserTask asked && asked.getCamundaAssignee() != null
                && asked.getCamundaAssignee().contains(ASKED_OF_THE_OFFICER);
    }
}
