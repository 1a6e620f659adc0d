package apws.access;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Who the engine knows, with the groups they belong to at this moment. */
@Component
class People {

    private final IdentityService identity;

    People(IdentityService identity) {
        this.identity = identity;
    }

    /** Whether this is their password. How often somebody may be wrong is {@link SignInDelays}' to say, and not the engine's. */
    boolean isPassword(String id, String password) {
        try {
            return identity.checkPassword(id, password);
        } catch (OptimisticLockingException several) {
            // wrong passwords for one account at the same moment: the engine counts one of them and refuses to count the others
            return false;
        }
    }

    boolean exists(String id) {
        return identity.createUserQuery().userId(id).count() > 0;
    }

    /** This person, with an authority for each of their groups; empty where there is nobody with this id. */
    Optional<Authentication> withTheirGroups(String id) {
        var groups = identity.createGroupQuery().groupMember(id).list().stream().map(Group::getId).toList();
        return groups.isEmpty() && !exists(id) ? Optional.empty() : Optional.of(signedIn(id, groups));
    }

    private static Authentication signedIn(String id, List<String> groups) {
        return UsernamePasswordAuthenticationToken.authenticated(id, null, AuthorityUtils.createAuthorityList(groups));
    }
}
