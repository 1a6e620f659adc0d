package apws.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups that people belong to, kept by the engine, each with exactly the permissions its work needs. */
@Component
public class Groups {

    private static final Map<String, String> NAMES = Map.of(
            Roles.APWS_OFFICE, "APWS office",
            Roles.EWO, "Education Welfare Officers",
            Roles.PANEL_CHAIR, "Attendance panel chairs",
            Roles.SERVICE_MANAGER, "APWS Service Manager",
            Roles.SERVICE_MANAGER_DEPUTY, "APWS Service Manager's deputy",
            Roles.LEGAL, "Legal Services",
            Roles.MANAGER, "Managers",
            Roles.ANALYST, "Analysts",
            Roles.ADMINISTRATOR, "Administrators");

    private final IdentityService identity;
    private final Grants grants;
    private final TasklistFilters filters;
    private final WithoutPermissionChecks unchecked;

    Groups(IdentityService identity, Grants grants, TasklistFilters filters, WithoutPermissionChecks unchecked) {
        this.identity = identity;
        this.grants = grants;
        this.filters = filters;
        this.unchecked = unchecked;
    }

    /** Makes the group of a school's attendance leads where there is none, names it after the school, and gives it its permissions. */
    @Transactional
    public void ensureSchoolGroup(String schoolCode, String schoolName) {
        unchecked.run(() -> ensure(Roles.ofSchool(schoolCode), schoolName, ofSchool()));
    }

    /** Makes the groups of {@link Roles} where there are none, and gives those and every school's group their permissions. */
    void ensureAll() {
        unchecked.run(() -> {
            var council = filters.forTheCouncil();
            NAMES.forEach((id, name) -> ensure(id, name, opensTasklist(id) ? both(Permits.of(id), council) : Permits.of(id)));
            var school = ofSchool();
            identity.createGroupQuery().list().stream().filter(group -> Roles.isOfSchool(group.getId()))
                    .forEach(group -> grants.give(group.getId(), school));
        });
    }

    private List<Grant> ofSchool() {
        return both(Permits.ofSchool(), filters.forSchools());
    }

    private static boolean opensTasklist(String role) {
        return Permits.withTasklist().anyMatch(role::equals);
    }

    private static List<Grant> both(List<Grant> some, List<Grant> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private void ensure(String id, String name, List<Grant> permits) {
        var group = identity.createGroupQuery().groupId(id).singleResult();
        if (group == null) {
            group = identity.newGroup(id);
            group.setType("WORKFLOW");
        }
        if (!name.equals(group.getName())) {
            group.setName(name);
            identity.saveGroup(group);
        }
        grants.give(id, permits);
    }
}
