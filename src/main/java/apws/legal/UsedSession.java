package apws.legal;

import apws.register.Session;
import apws.register.SessionKey;
import java.time.LocalDate;

/** A session in a notice or a prosecution, with the code that the register had when it was put there. */
public record UsedSession(LocalDate date, Session half, String code) {

    public SessionKey key() {
        return new SessionKey(date, half);
    }
}
