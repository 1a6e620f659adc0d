package apws.procedure.gate;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tasks that there are to do. */
@Component
class OpenTasks {

    private final JdbcClient database;

    OpenTasks(JdbcClient database) {
        this.database = database;
    }

    /**
     * The task, if the caller may work on it. Whoever sends a form for the same task meanwhile waits until this is done: the engine notices two
     * at once only at the end, and by then the second may have seen half of what the first has changed.
     */
    TaskEntity toWorkOn(String taskId, CommandContext engine) {
        var isThere = taskId != null && database.sql("select id_ from act_ru_task where id_ = :id for update").param("id", taskId)
                .query(String.class).optional().isPresent();
        var task = isThere ? engine.getTaskManager().findTaskById(taskId) : null;
        if (task == null) {
            throw FormGate.refusal("this task is no longer there: it has been completed, or its case has moved on. Nothing was recorded");
        }
        engine.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        if (engine.getAuthenticatedUserId() != null && !isAskedOf(engine.getAuthentication(), task)) {
            throw new AuthorizationException("This task is for others to do: it is only shown to you. Nothing was recorded");
        }
        return task;
    }

    /**
     * A task is done by the person who has it or a group that is asked to do it, and by nobody else who may see it or change it: neither a
     * delay, which shows it to managers, nor an administrator's permissions make a decision theirs (settlement 10).
     */
    private static boolean isAskedOf(Authentication person, TaskEntity task) {
        return person.getUserId().equals(task.getAssignee()) || task.getCandidates().stream().anyMatch(link ->
                person.getUserId().equals(link.getUserId()) || person.getGroupIds() != null && person.getGroupIds().contains(link.getGroupId()));
    }
}
