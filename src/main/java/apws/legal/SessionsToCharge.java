package apws.legal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The sessions that a prosecution of a parent may hold today: of an unpaid notice its own, of any other prosecution those that stand in no
 * notice, since each notice that is prosecuted has its own charge (settlement 14).
 */
@Component
public class SessionsToCharge {

    private final Ledger ledger;
    private final PenaltyNotices notices;

    SessionsToCharge(Ledger ledger, PenaltyNotices notices) {
        this.ledger = ledger;
        this.notices = notices;
    }

    /** @param notice the number of the unpaid notice; null for any other prosecution */
    public List<LedgerSession> of(long pupilId, long parentId, String notice) {
        var ofNotice = notice == null ? Set.<SessionKey>of()
                : notices.get(notice).sessions().stream().map(UsedSession::key).collect(toUnmodifiableSet());
        return ledger.chargeable(pupilId, parentId).stream()
                .filter(session -> notice == null ? session.usedBy() == null : ofNotice.contains(session.key())).toList();
    }

    /** Those of them from {@code first} to {@code last}, both included. */
    public List<LedgerSession> of(long pupilId, long parentId, String notice, LocalDate first, LocalDate last) {
        return of(pupilId, parentId, notice).stream()
                .filter(session -> !session.date().isBefore(first) && !session.date().isAfter(last)).toList();
    }
}
