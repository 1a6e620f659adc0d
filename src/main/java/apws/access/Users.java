package apws.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in, kept by the engine. */
@Component
public class Users {

    /** Names under which the application itself, or nobody, stands in records. */
    private static final List<String> NOBODY = List.of(SignedIn.SYSTEM, "anonymousUser");

    private final IdentityService identity;
    private final WithoutPermissionChecks unchecked;

    Users(IdentityService identity, WithoutPermissionChecks unchecked) {
        this.identity = identity;
        this.unchecked = unchecked;
    }

    /** Whether there is a user with this id. */
    @Transactional(readOnly = true)
    public boolean exists(String id) {
        var found = new AtomicBoolean();
        unchecked.run(() -> found.set(identity.createUserQuery().userId(id).count() > 0));
        return found.get();
    }

    /** The same of several, asked for at once, by their ids. */
    @Transactional(readOnly = true)
    public Map<String, String> namesOf(Collection<String> ids) {
        var names = new HashMap<String, String>();
        ids.forEach(id -> names.put(id, id));
        unchecked.run(() -> identity.createUserQuery().userIdIn(ids.toArray(String[]::new)).list()
                .forEach(user -> names.put(user.getId(), "%s %s".formatted(user.getFirstName(), user.getLastName()))));
        return names;
    }

    /** As people know them; the id itself where there is no such user. */
    @Transactional(readOnly = true)
    public String nameOf(String id) {
        var name = new AtomicReference<>(id);
        unchecked.run(() -> Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                .ifPresent(user -> name.set("%s %s".formatted(user.getFirstName(), user.getLastName()))));
        return name.get();
    }

    /** The post that a person's groups tell of, such as {@code APWS Service Manager}; empty where they tell of none of these. */
    @Transactional(readOnly = true)
    public Optional<String> postOf(String id, String... groups) {
        var post = new AtomicReference<String>();
        unchecked.run(() -> identity.createGroupQuery().groupMember(id).groupIdIn(groups).orderByGroupId().asc().list().stream().findFirst()
                .ifPresent(group -> post.set(group.getName())));
        return Optional.ofNullable(post.get());
    }

    /** Such as {@code Sam Price, APWS Service Manager}: the name alone where the groups tell of none of these posts. */
    @Transactional(readOnly = true)
    public String nameAndPostOf(String id, String... groups) {
        return nameOf(id) + postOf(id, groups).map(post -> ", " + post).orElse("");
    }

    /**
     * Makes the user where there is none with this id, and adds them to the groups they are not in yet. A user who is there keeps their
     * name, their password and their other groups.
     *
     * @param groups ids of groups that exist: the constants of {@link Roles}, or {@link Roles#ofSchool}
     * @throws IllegalArgumentException where the id is a name of the application's own
     */
    @Transactional
    public void ensureUser(String id, String firstName, String lastName, String email, String password, String... groups) {
        if (NOBODY.contains(id)) {
            throw new IllegalArgumentException("No user can be called " + id + ": records would name them for what nobody did.");
        }
        unchecked.run(() -> {
            if (identity.createUserQuery().userId(id).count() == 0) {
                var user = identity.newUser(id);
                user.setFirstName(firstName);
                user.setLastName(lastName);
                user.setEmail(email);
                user.setPassword(password);
                identity.saveUser(user);
            }
            for (var group : groups) {
                if (identity.createGroupQuery().groupMember(id).groupId(group).count() == 0) {
                    identity.createMembership(id, group);
                }
            }
        });
    }
}
