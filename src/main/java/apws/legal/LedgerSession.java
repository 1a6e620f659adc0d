package apws.legal;

import apws.register.Session;
import apws.register.SessionKey;
import java.time.LocalDate;

/**
 * An unauthorised session as it stands against one parent.
 *
 * @param code            as the register has it now; empty where it has none
 * @param provisional     marked N: it counts towards the threshold and is in no notice and no charge before the school has replaced it
 * @param lastDayToCharge the last day on which a charge can be laid for it
 * @param usedBy          the notice or prosecution in which it stands, in words; null where there is none
 * @param chargeable      whether a prosecution can be approved for it today
 */
public record LedgerSession(LocalDate date, Session half, String code, SessionState state, boolean provisional, LocalDate lastDayToCharge,
                            String usedBy, boolean chargeable) {

    public SessionKey key() {
        return new SessionKey(date, half);
    }

    /** Whether it counts towards a further notice: free, and no prosecution is being prepared for it. */
    public boolean counts() {
        return state == SessionState.FREE && usedBy == null;
    }

    /** Whether it can go into a notice today. */
    public boolean free() {
        return counts() && !provisional;
    }
}
