package apws.legal;

import apws.register.Session;
import apws.register.SessionKey;
import java.time.LocalDate;

/**
 * A notice or prosecution that used a session's mark.
 *
 * @param code      the mark at the time
 * @param notice    the notice's number; null for a prosecution
 * @param proceeding the proceeding's id; null for a notice
 * @param standing  whether the session stands there still: not withdrawn for a material error, struck out or taken over
 */
public record SessionUse(long parentId, LocalDate date, Session half, String code, String notice, Long proceeding, boolean standing) {

    public SessionKey key() {
        return new SessionKey(date, half);
    }

    public String inWords() {
        return notice != null ? "penalty notice " + notice : "prosecution " + proceeding;
    }
}
