package apws.access;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * Gives a group exactly what is listed for it, however often: what is missing is added, what is listed no longer is taken away. Two kinds
 * are left alone, since the engine keeps them itself: the tasks that a group is asked to work on, and a group's sight of itself.
 */
@Component
class Grants {

    private static final Set<Integer> KEPT_BY_THE_ENGINE = Set.of(Resources.TASK.resourceType(), Resources.GROUP.resourceType());

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void give(String groupId, Collection<Grant> grants) {
        var held = authorizations.createAuthorizationQuery().authorizationType(AUTH_TYPE_GRANT).groupIdIn(groupId).list();
        held.stream().filter(one -> !isKeptByTheEngine(one))
                .filter(one -> grants.stream().noneMatch(grant -> isFor(grant, one)))
                .forEach(one -> authorizations.deleteAuthorization(one.getId()));
        for (var grant : grants) {
            var existing = held.stream().filter(one -> isFor(grant, one)).findAny();
            if (existing.isEmpty()) {
                var added = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
                added.setGroupId(groupId);
                added.setResource(grant.resource());
                added.setResourceId(grant.id());
                save(added, grant);
            } else if (((AuthorizationEntity) existing.get()).getPermissions() != grant.mask()) {
                save(existing.get(), grant);
            }
        }
    }

    private static boolean isKeptByTheEngine(Authorization held) {
        return KEPT_BY_THE_ENGINE.contains(held.getResourceType()) && !Grant.ALL.equals(held.getResourceId());
    }

    private static boolean isFor(Grant grant, Authorization held) {
        return grant.isOn(held.getResourceType(), held.getResourceId());
    }

    private void save(Authorization authorization, Grant grant) {
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }
}
