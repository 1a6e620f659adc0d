package apws.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who is signed in, for this request and no longer: without a user on the thread the engine checks no permission at all.
 *
 * <p>Groups are read again each time, so that whoever leaves a group, or the council, loses what it allowed at once and not only when they
 * sign in again.
 */
class EngineSignIn extends OncePerRequestFilter {

    private final IdentityService identity;
    private final People people;
    private final Duration longestSession;

    EngineSignIn(IdentityService identity, People people, Duration longestSession) {
        this.identity = identity;
        this.people = people;
        this.longestSession = longestSession;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || signedIn instanceof AnonymousAuthenticationToken) {
            chain.doFilter(request, response);
            return;
        }
        var now = isTooOld(request.getSession(false)) ? Optional.<Authentication>empty() : people.withTheirGroups(signedIn.getName());
        if (now.isEmpty()) {
            forget(request);
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(now.get()));
        identity.setAuthentication(signedIn.getName(), groups(now.get()));
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** A request that is handled on several threads, or once more as an error, needs its user each time. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private boolean isTooOld(HttpSession session) {
        return session != null && session.getLastAccessedTime() - session.getCreationTime() > longestSession.toMillis();
    }

    private static void forget(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static List<String> groups(Authentication signedIn) {
        return signedIn.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
    }
}
