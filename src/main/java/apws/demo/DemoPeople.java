package apws.demo;

import apws.access.Groups;
import apws.access.Users;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives everyone in the demo authority a user, with the demo's one password. */
@Component
@Profile("demo")
class DemoPeople implements SmartInitializingSingleton {

    private final Groups groups;
    private final Users users;
    private final DemoSettings settings;

    DemoPeople(Groups groups, Users users, DemoSettings settings) {
        this.groups = groups;
        this.users = users;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DemoSchool.all().forEach(school -> groups.ensureSchoolGroup(school.code(), school.name()));
        DemoUser.all().forEach(user -> users.ensureUser(user.id(), user.firstName(), user.lastName(), user.email(), settings.password(),
                user.groups().toArray(String[]::new)));
    }
}
