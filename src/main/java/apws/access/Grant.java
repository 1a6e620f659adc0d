package apws.access;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * What a group may do with one thing, or with all things of a kind.
 *
 * @param id of the thing, {@code *} for all of its kind
 */
record Grant(Resource resource, String id, Set<Permission> permissions) {

    static final String ALL = "*";

    static Grant of(Resource resource, String id, Permission... permissions) {
        return new Grant(resource, id, Set.of(permissions));
    }

    /** Two grants of one group on one thing are one row of the engine's. */
    boolean isOn(int resourceType, String resourceId) {
        return resource.resourceType() == resourceType && id.equals(resourceId);
    }

    /** The permissions as the engine keeps them, a bit for each. */
    int mask() {
        return permissions.stream().mapToInt(Permission::getValue).reduce(0, (held, one) -> held | one);
    }
}
