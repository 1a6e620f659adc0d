package apws.access;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/**
 * What the engine grants by itself, and takes away again. Whoever is asked to do a task may see it and work on it, for as long as they
 * are asked: left alone, the engine would let an officer see a case for ever, once it had been theirs, and a school a pupil who has
 * left it.
 */
public class EngineGrants extends DefaultAuthorizationProvider {

    /** How a group is linked to a task that it is shown, beside those that are asked to do it. */
    public static final String SHOWN_TO = "shown";

    /** People see and mend their own name and password; the engine would also let them delete themselves. */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        return new AuthorizationEntity[] {
            createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE)};
    }

    /** Nothing more for whoever deploys: the engine would let them delete what they deployed, and every case that runs on it. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            takeAway(getGrantAuthorizationByUserId(oldAssignee, Resources.TASK, task.getId()));
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    /** To be shown a task is to read it, and not to work on it: a group of its own would be asked by the same grant. */
    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        if (!SHOWN_TO.equals(type)) {
            return super.newTaskGroupIdentityLink(task, groupId, type);
        }
        return getGrantAuthorizationByGroupId(groupId, Resources.TASK, task.getId()) != null ? null : new AuthorizationEntity[] {
            createGrantAuthorization(null, groupId, Resources.TASK, task.getId(), TaskPermissions.READ, TaskPermissions.READ_VARIABLE)};
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
