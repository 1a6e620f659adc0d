package apws.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is looking: the person signed in, and what of the council's casework they may see.
 *
 * <p>Where there is no request at all (timers, jobs, the start of the application) it is the application itself: it is called
 * {@value #SYSTEM}, belongs to no group, and nothing is refused to it. A request without a sign-in is somebody, but nobody we know:
 * everything is refused.
 */
@Component
public class SignedIn {

    static final String SYSTEM = "system";

    /** The engine's id of the person signed in; {@value #SYSTEM} for the application itself. */
    public String userId() {
        var signedIn = signedIn();
        return signedIn == null ? SYSTEM : signedIn.getName();
    }

    /** Whether this person may see pupils of the school: their own school's, or every school's for those who work for all of them. */
    public boolean maySeeSchool(String schoolCode) {
        return isTheApplication() || maySeeEverySchool() || groups().contains(Roles.ofSchool(schoolCode));
    }

    /** Whether this person's work is every school's. */
    public boolean maySeeEverySchool() {
        return isTheApplication() || groups().stream().anyMatch(Roles.OF_EVERY_SCHOOL::contains);
    }

    /** Whether this person has to do with cases at all: for the council, or for a school. Analysts, by that alone, do not. */
    public boolean doesCasework() {
        return maySeeEverySchool() || isOfASchool();
    }

    /** Whether this person belongs to the group with this id; never so for the application itself. */
    public boolean hasRole(String groupId) {
        return groups().contains(groupId);
    }

    /** Whether this person is one of the school's attendance leads. */
    public boolean isOfSchool(String schoolCode) {
        return groups().contains(Roles.ofSchool(schoolCode));
    }

    /** Whether this person belongs to a school rather than to the council. */
    boolean isOfASchool() {
        return groups().stream().anyMatch(Roles::isOfSchool);
    }

    /** @throws AccessDeniedException (403) where the school is not this person's to see */
    public void requireSchool(String schoolCode) {
        if (!maySeeSchool(schoolCode)) {
            throw new AccessDeniedException("You may not see pupils of school " + schoolCode + ".");
        }
    }

    /** @throws AccessDeniedException (403) where this person belongs to none of these groups */
    public void requireRole(String... anyOf) {
        if (!isTheApplication() && Stream.of(anyOf).noneMatch(this::hasRole)) {
            throw new AccessDeniedException("This needs one of these groups: " + String.join(", ", anyOf) + ".");
        }
    }

    /** Whether nobody is looking, but the application at work by itself. */
    public boolean isTheApplication() {
        return signedIn() == null;
    }

    private Set<String> groups() {
        var signedIn = signedIn();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            return Set.of();
        }
        return signedIn.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toUnmodifiableSet());
    }

    private static Authentication signedIn() {
        return SecurityContextHolder.getContext().getAuthentication();
    }
}
