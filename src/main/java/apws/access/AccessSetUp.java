package apws.access;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts lists, groups, permissions and the first administrator in place at every start, before the web server takes its first request, so
 * that there is no moment in which somebody may do more than they should.
 */
@Component
class AccessSetUp implements SmartInitializingSingleton {

    private final TasklistFilters filters;
    private final Groups groups;
    private final Users users;
    private final People people;
    private final AdministratorSettings administrator;
    private final AccessSettings settings;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    AccessSetUp(TasklistFilters filters, Groups groups, Users users, People people, AdministratorSettings administrator,
            AccessSettings settings, JdbcClient database, TransactionTemplate transaction) {
        this.filters = filters;
        this.groups = groups;
        this.users = users;
        this.people = people;
        this.administrator = administrator;
        this.settings = settings;
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(begun -> setUp());
    }

    private void setUp() {
        oneNodeAtATime();
        filters.ensure();
        groups.ensureAll();
        ensureAdministrator();
    }

    /** Nodes that start together on one database wait for each other; the engine's own row for this kind of thing serves as the lock. */
    private void oneNodeAtATime() {
        database.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update").query().listOfRows();
    }

    private void ensureAdministrator() {
        if (!people.exists(administrator.id()) && !administrator.hasPasswordOf(settings.shortestPassword())) {
            throw new SettingsMissing(List.of(RequiredSettings.ADMINISTRATOR_PASSWORD));
        }
        users.ensureUser(administrator.id(), administrator.firstName(), administrator.lastName(), administrator.email(),
                administrator.password(), Roles.ADMINISTRATOR);
    }
}
