package apws.demo;

import apws.access.Roles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who may sign in to the demo authority.
 *
 * @param id     the name to sign in with
 * @param role   what they do, in words
 * @param groups the groups this makes them a member of
 */
record DemoUser(String id, String firstName, String lastName, String role, List<String> groups) {

    static final DemoUser OFFICE = new DemoUser("office.okoro", "Grace", "Okoro", "APWS office", List.of(Roles.APWS_OFFICE));

    static final DemoUser CHAIR =
            new DemoUser("chair.whitlock", "Barbara", "Whitlock", "Attendance panel's chair", List.of(Roles.PANEL_CHAIR));
    static final DemoUser SERVICE_MANAGER =
            new DemoUser("service.adeyemi", "Folake", "Adeyemi", "APWS Service Manager", List.of(Roles.SERVICE_MANAGER));
    static final DemoUser LEGAL = new DemoUser("legal.brandt", "Miriam", "Brandt", "Legal Services", List.of(Roles.LEGAL));

    private static final List<DemoUser> COUNCIL = List.of(
            OFFICE,
            new DemoUser("office.birch", "Colin", "Birch", "APWS office", List.of(Roles.APWS_OFFICE)),
            new DemoUser("ewo.hale", "Rosa", "Hale", "Education Welfare Officer", List.of(Roles.EWO)),
            new DemoUser("ewo.sandhu", "Jeevan", "Sandhu", "Education Welfare Officer", List.of(Roles.EWO)),
            new DemoUser("ewo.novak", "Petra", "Novak", "Education Welfare Officer", List.of(Roles.EWO)),
            new DemoUser("ewo.fenn", "Dominic", "Fenn", "Education Welfare Officer", List.of(Roles.EWO)),
            CHAIR,
            SERVICE_MANAGER,
            new DemoUser("deputy.larch", "Neil", "Larch", "Deputy of the APWS Service Manager", List.of(Roles.SERVICE_MANAGER_DEPUTY)),
            LEGAL,
            new DemoUser("manager.osei", "Kwame", "Osei", "Manager: Cockpit", List.of(Roles.MANAGER)),
            new DemoUser("analyst.quist", "Ingrid", "Quist", "Analyst: diagrams", List.of(Roles.ANALYST)));

    static DemoUser leadOf(DemoSchool school) {
        return new DemoUser("lead." + school.key(), school.leadFirstName(), school.leadLastName(), "Attendance lead of " + school.name(),
                List.of(Roles.ofSchool(school.code())));
    }

    /** Everyone but the administrator, whom the configuration names. */
    static List<DemoUser> all() {
        return Stream.concat(DemoSchool.all().stream().map(DemoUser::leadOf), COUNCIL.stream()).toList();
    }

    static Optional<DemoUser> find(String id) {
        return all().stream().filter(user -> user.id().equals(id)).findFirst();
    }

    static List<DemoUser> officers() {
        return all().stream().filter(user -> user.groups().contains(Roles.EWO)).toList();
    }

    /** Also for pages. */
    public String name() {
        return firstName + " " + lastName;
    }

    String email() {
        return id + "@fernshire.example";
    }
}
