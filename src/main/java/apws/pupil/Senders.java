package apws.pupil;

import apws.access.Roles;
import apws.access.Viewer;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** For which schools the person signed in sends files. */
@Component
public class Senders {

    private final Viewer viewer;
    private final Schools schools;

    Senders(Viewer viewer, Schools schools) {
        this.viewer = viewer;
        this.schools = schools;
    }

    /** @throws AccessDeniedException (403) for somebody who sends for no school */
    public Sender signedIn() {
        if (viewer.hasRole(Roles.APWS_OFFICE) || viewer.hasRole(Roles.ADMINISTRATOR)) {
            return Sender.ofEverySchool(viewer.userId());
        }
        var own = schools.all().stream().map(School::code).filter(code -> viewer.hasRole(Roles.ofSchool(code))).collect(Collectors.toSet());
        if (own.isEmpty()) {
            throw new AccessDeniedException("Files are sent by a school's attendance lead or the APWS office.");
        }
        return new Sender(viewer.userId(), own);
    }
}
