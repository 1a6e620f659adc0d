package apws.procedure.facts;

import apws.calendar.SchoolCalendar;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.legal.SessionState;
import apws.procedure.form.FormFacts;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Until when each parent can still be charged, and for how many sessions (settlement 13). */
@Component("timeLimits")
class TimeLimitFacts implements FormFacts {

    private static final Comparator<LedgerSession> BY_LAST_DAY = Comparator.comparing(LedgerSession::lastDayToCharge);

    private final Ledger ledger;
    private final Parents parents;
    private final SchoolCalendar calendar;

    TimeLimitFacts(Ledger ledger, Parents parents, SchoolCalendar calendar) {
        this.ledger = ledger;
        this.parents = parents;
        this.calendar = calendar;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var pupilId = CaseFacts.pupilId(variables);
        return Map.of(
                "timeLimitLine", line(ledger.nextToExpire(pupilId)),
                "timeLimits", parents.of(pupilId).stream().map(ParentOfPupil::parent).map(parent -> row(pupilId, parent)).toList());
    }

    private String line(Optional<LedgerSession> next) {
        return next.map(LedgerSession::lastDayToCharge).map(day -> "The next last day for a charge is **%s**, in %d days.".formatted(
                CaseFacts.day(day), ChronoUnit.DAYS.between(calendar.today(), day)))
                .orElse("No session waits for a charge.");
    }

    private Map<String, Object> row(long pupilId, Parent parent) {
        var running = ledger.running(pupilId, parent.id());
        return Map.of(
                "parentId", parent.id().toString(),
                "parent", parent.name(),
                "sessions", running.size(),
                "nextLastDay", running.stream().min(BY_LAST_DAY).map(session -> CaseFacts.day(session.lastDayToCharge())).orElse("none"),
                "expired", ledger.of(pupilId, parent.id()).stream().filter(session -> session.state() == SessionState.EXPIRED).count());
    }
}
