package apws.procedure.prosecution;

import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.legal.Proceeding;
import apws.legal.SessionState;
import apws.legal.TimeLimits;
import apws.legal.UsedSession;
import apws.procedure.answers.ProsecutionApproved;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sessions of a prosecution as its referral lists them: those that it relies on, and every other one with the reason why not. */
@Component
class ReferredSessions {

    private final Ledger ledger;
    private final TimeLimits limits;

    ReferredSessions(Ledger ledger, TimeLimits limits) {
        this.ledger = ledger;
        this.limits = limits;
    }

    /** Each a row of date, half, code, and last day for a charge. */
    List<Map<String, Object>> reliedOn(Proceeding proceeding) {
        return proceeding.sessions().stream().map(session -> Map.<String, Object>of("date", session.date().toString(),
                "half", session.half().name(), "code", session.code(), "lastDay", limits.lastDay(session.date()).toString())).toList();
    }

    /** Every other session that the pupil missed without leave: a row of date, half, code, and why it is not in the charge. */
    List<Map<String, Object>> notUsed(Proceeding proceeding, ProsecutionApproved approved) {
        var used = proceeding.sessions().stream().map(UsedSession::key).collect(Collectors.toSet());
        var byChoice = Set.copyOf(approved.sessionsLeftOut());
        return ledger.of(proceeding.pupilId(), proceeding.parentId()).stream().filter(session -> !used.contains(session.key()))
                .map(session -> Map.<String, Object>of("date", session.date().toString(), "half", session.half().name(),
                        "code", session.code(), "why", why(session, proceeding, byChoice, approved.leftOutWhy()))).toList();
    }

    /**
     * @param byChoice  keys of the sessions that the approver left out
     * @param choiceWhy the approver's reason
     */
    private static String why(LedgerSession session, Proceeding proceeding, Set<String> byChoice, String choiceWhy) {
        if (session.state() == SessionState.EXPIRED) {
            return "its last day for a charge has passed";
        }
        if (session.state() != SessionState.FREE) {
            return session.usedBy() == null ? session.state().inWords() : "%s: %s".formatted(session.state().inWords(), session.usedBy());
        }
        if (session.usedBy() != null) {
            return session.usedBy();
        }
        if (byChoice.contains(session.key().toString())) {
            return choiceWhy;
        }
        var outside = session.date().isBefore(proceeding.periodFrom()) || session.date().isAfter(proceeding.periodTo());
        return outside ? "in time, and outside the period of the charge" : "in time, and not taken into the charge";
    }
}
