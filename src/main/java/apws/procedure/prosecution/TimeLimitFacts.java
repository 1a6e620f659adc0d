package apws.procedure.prosecution;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.legal.SessionState;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.pupil.Parent;
import apws.pupil.Parents;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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
        var ofEach = new LinkedHashMap<Parent, List<LedgerSession>>();
        parents.of(pupilId).forEach(of -> ofEach.put(of.parent(), ledger.of(pupilId, of.parent().id())));
        return Map.of(
                "timeLimitLine", line(ofEach.values().stream().flatMap(all -> ledger.running(all).stream()).min(BY_LAST_DAY)),
                "timeLimits", ofEach.entrySet().stream().map(of -> row(of.getKey(), of.getValue())).toList());
    }

    private String line(Optional<LedgerSession> next) {
        return next.map(LedgerSession::lastDayToCharge).map(day -> "The next last day for a charge is **%s**, in %d days.".formatted(
                Days.inWords(day), ChronoUnit.DAYS.between(calendar.today(), day)))
                .orElse("No session waits for a charge.");
    }

    private Map<String, Object> row(Parent parent, List<LedgerSession> all) {
        var running = ledger.running(all);
        return Map.of(
                "parentId", parent.id().toString(),
                "parent", parent.name(),
                "sessions", running.size(),
                "nextLastDay", running.stream().min(BY_LAST_DAY).map(session -> Days.inWords(session.lastDayToCharge())).orElse("none"),
                "expired", all.stream().filter(session -> session.state() == SessionState.EXPIRED).count());
    }
}
