package apws.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tasks as the person who asks sees them: those of others are not there for them, by whatever answer one might tell. */
@Component
class TasksInSight {

    private final TaskService tasks;
    private final HistoryService history;
    private final WithoutPermissionChecks unchecked;

    TasksInSight(TaskService tasks, HistoryService history, WithoutPermissionChecks unchecked) {
        this.tasks = tasks;
        this.history = history;
        this.unchecked = unchecked;
    }

    /** The engine asks with the permissions of whoever is signed in. */
    Optional<Task> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult());
    }

    /** Whether it is gone, and had been this person's or their groups' to do: they are told so, others are not. */
    boolean wasTheirs(String id, String user, Set<String> groups) {
        var was = new AtomicReference<>(false);
        unchecked.run(() -> was.set(tasks.createTaskQuery().taskId(id).count() == 0
                && history.createHistoricIdentityLinkLogQuery().taskId(id).list().stream().anyMatch(link -> isTheirs(link, user, groups))));
        return was.get();
    }

    /** Whether somebody is asked to do it when nobody has taken it. */
    boolean hasGroup(String id) {
        var has = new AtomicReference<>(false);
        unchecked.run(() -> has.set(tasks.getIdentityLinksForTask(id).stream().anyMatch(TasksInSight::isOfAGroup)));
        return has.get();
    }

    /** Nobody has it then, and its group is asked again. */
    void giveBack(String id) {
        unchecked.run(() -> tasks.setAssignee(id, null));
    }

    private static boolean isTheirs(HistoricIdentityLinkLog link, String user, Set<String> groups) {
        return Objects.equals(link.getUserId(), user) || link.getGroupId() != null && groups.contains(link.getGroupId());
    }

    private static boolean isOfAGroup(IdentityLink link) {
        return IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null;
    }
}
