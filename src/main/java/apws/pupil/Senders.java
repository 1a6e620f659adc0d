package apws.pupil;

import apws.access.Roles;
import apws.access.SignedIn;
import apws.imports.Sender;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** For which schools the person signed in sends files. */
@Component
public class Senders {

    private final SignedIn signedIn;
    private final Schools schools;

    Senders(SignedIn signedIn, Schools schools) {
        this.signedIn = signedIn;
        this.schools = schools;
    }

    /** @throws AccessDeniedException (403) for somebody who sends for no school */
    public Sender signedIn() {
        if (signedIn.hasRole(Roles.APWS_OFFICE) || signedIn.hasRole(Roles.ADMINISTRATOR)) {
            return Sender.ofEverySchool(signedIn.userId());
        }
        var own = schools.all().stream().map(School::code).filter(code -> signedIn.hasRole(Roles.ofSchool(code))).collect(Collectors.toSet());
        if (own.isEmpty()) {
            throw new AccessDeniedException("Files are sent by a school's attendance lead or the APWS office.");
        }
        return new Sender(signedIn.userId(), own);
    }
}
