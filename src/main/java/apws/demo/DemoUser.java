package apws.demo;

import apws.access.Roles;
import java.util.List;
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

    private static final List<DemoUser> COUNCIL = List.of(
            OFFICE,
            new DemoUser("office.birch", "Colin", "Birch", "APWS office", List.of(Roles.APWS_OFFICE)),
            new DemoUser("ewo.hale", "Rosa", "Hale", "Education Welfare Officer", List.of(Roles.EWO)),
            new DemoUser("ewo.sandhu", "Jeevan", "Sandhu", "Education Welfare Officer", List.of(Roles.EWO)),
            new DemoUser("ewo.novak", "Petra", "Novak", "Education Welfare Officer", List.of(Roles.EWO)),
            new DemoUser("ewo.fenn", "Dominic", "Fenn", "Education Welfare Officer", List.of(Roles.EWO)),
            new DemoUser("chair.whitlock", "Barbara", "Whitlock", "Attendance panel's chair", List.of(Roles.PANEL_CHAIR)),
            new DemoUser("service.adeyemi", "Folake", "Adeyemi", "APWS Service Manager", List.of(Roles.SERVICE_MANAGER)),
            new DemoUser("deputy.larch", "Neil", "Larch", "Deputy of the APWS Service Manager", List.of(Roles.SERVICE_MANAGER_DEPUTY)),
            new DemoUser("legal.brandt", "Miriam", "Brandt", "Legal Services", List.of(Roles.LEGAL)),
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

    /** Also for pages. */
    public String name() {
        return firstName + " " + lastName;
    }

    String email() {
        return id + "@fernshire.example";
    }
}
