package apws.access;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * Work on groups, users and permissions that the application does for itself. Whoever is signed in on this thread has no permission for
 * it, so the engine forgets them meanwhile.
 */
@Component
public class WithoutPermissionChecks {

    private final IdentityService identity;

    WithoutPermissionChecks(IdentityService identity) {
        this.identity = identity;
    }

    public void run(Runnable work) {
        var signedIn = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            work.run();
        } finally {
            if (signedIn != null) {
                identity.setAuthentication(signedIn.getUserId(), signedIn.getGroupIds(), signedIn.getTenantIds());
            }
        }
    }
}
