package apws.access;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine lets whoever is asked to do a task see it and work on it. This takes that away again when somebody else is asked instead:
 * by itself the engine would let an officer see a case for ever, once it had been theirs, and a school a pupil who has left it.
 */
class TaskPermits extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            takeAway(getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId()));
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    @Override
    public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
        takeAway(getGrantAuthorizationByGroupId(groupId, Resources.TASK, task.getId()));
        return null;
    }

    private static void takeAway(AuthorizationEntity permit) {
        if (permit != null) {
            Context.getCommandContext().getDbEntityManager().delete(permit);
        }
    }
}
