package apws.legal;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.legal.SessionUses.Row;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import apws.register.DatedMark;
import apws.register.Registers;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every unauthorised session of a pupil of compulsory school age, with one state for each parent (settlement 15). States are worked out
 * from the register, the notices, the prosecutions and the day; only the uses are stored.
 */
@Component
@Transactional(readOnly = true)
public class Ledger {

    private final SessionUses uses;
    private final Registers registers;
    private final Pupils pupils;
    private final Parents parents;
    private final TimeLimits limits;
    private final Convictions convictions;
    private final SchoolCalendar calendar;

    Ledger(SessionUses uses, Registers registers, Pupils pupils, Parents parents, TimeLimits limits, Convictions convictions,
           SchoolCalendar calendar) {
        this.uses = uses;
        this.registers = registers;
        this.pupils = pupils;
        this.parents = parents;
        this.limits = limits;
        this.convictions = convictions;
        this.calendar = calendar;
    }

    /** In order. Sessions that were used are there even where the register no longer calls them unauthorised: as corrected. */
    public List<LedgerSession> of(long pupilId, long parentId) {
        var pupil = pupils.get(pupilId);
        var marks = registers.unauthorisedSessions(pupilId, pupil.born(), calendar.today()).stream()
                .filter(mark -> pupil.ofCompulsorySchoolAge(mark.date()))
                .collect(Collectors.toMap(mark -> new SessionKey(mark.date(), mark.session()), mark -> mark));
        var used = uses.of(pupilId, parentId).stream().collect(Collectors.groupingBy(row -> row.session().key()));
        var after = convictions.lastSessionCharged(pupilId, parentId);
        var keys = new TreeSet<>(marks.keySet());
        keys.addAll(used.keySet());
        return keys.stream().map(key -> session(key, marks.get(key), used.getOrDefault(key, List.of()), pupilId, after)).toList();
    }

    /** Those in no notice and no proceedings, each with its reason: they can go into a notice while there is time enough for them. */
    public List<LedgerSession> free(long pupilId, long parentId) {
        return of(pupilId, parentId).stream().filter(LedgerSession::free).toList();
    }

    /**
     * Those for which a prosecution can be approved: free, or under a notice that was not paid and is to be prosecuted; in time; after a
     * conviction only later ones (settlement 12).
     */
    public List<LedgerSession> chargeable(long pupilId, long parentId) {
        return of(pupilId, parentId).stream().filter(LedgerSession::chargeable).toList();
    }

    /** Those neither charged nor settled whose last day for a charge has not passed. */
    public List<LedgerSession> running(long pupilId, long parentId) {
        return running(of(pupilId, parentId));
    }

    /** The same among those that have been read. */
    public List<LedgerSession> running(List<LedgerSession> sessions) {
        return sessions.stream().filter(this::running).toList();
    }

    /** The session not yet charged whose last day comes first. */
    public Optional<LedgerSession> nextToExpire(long pupilId, long parentId) {
        return running(pupilId, parentId).stream().min(Comparator.comparing(LedgerSession::lastDayToCharge));
    }

    /** The same over all of the pupil's parents. */
    public Optional<LedgerSession> nextToExpire(long pupilId) {
        return parents.of(pupilId).stream().flatMap(of -> nextToExpire(pupilId, of.parent().id()).stream())
                .min(Comparator.comparing(LedgerSession::lastDayToCharge));
    }

    /** Against this parent, in the ten school weeks that end with the week of {@code on}; those with no reason yet among them. */
    public TowardsNotice towardsNotice(long pupilId, long parentId, LocalDate on) {
        var window = registers.rollingSchoolWeeks(pupilId, on);
        var counted = of(pupilId, parentId).stream().filter(LedgerSession::counts)
                .filter(session -> !session.date().isBefore(window.from()) && !session.date().isAfter(on)).toList();
        return new TowardsNotice(window.from(), on, counted.size(), (int) counted.stream().filter(LedgerSession::provisional).count());
    }

    /** The register's unauthorised sessions in the ten school weeks that end with the week of {@code on}, whatever became of them. */
    public int unauthorisedInTenSchoolWeeks(long pupilId, LocalDate on) {
        return registers.rollingSchoolWeeks(pupilId, on).unauthorised();
    }

    /** Every notice and prosecution that ever used the mark, against whichever parent. */
    public List<SessionUse> usesOf(long pupilId, SessionKey session) {
        return uses.of(pupilId, session).stream().map(Row::use).toList();
    }

    /**
     * The sessions as they are to be frozen.
     *
     * @param chargeableUntil the day on which each must still be chargeable: a notice for others could not be enforced
     * @throws LegalRefusal for the first that cannot go into a notice
     */
    List<UsedSession> forNotice(long pupilId, long parentId, Collection<SessionKey> wanted, LocalDate chargeableUntil) {
        return chosen(pupilId, parentId, wanted, session -> session.free() && inTime(session, chargeableUntil));
    }

    /** The same for a corrected notice: sessions of the withdrawn one alone, by the marks that they have now (settlement 14). */
    List<UsedSession> forCorrectedNotice(long pupilId, long parentId, String withdrawn, Collection<SessionKey> wanted,
                                         LocalDate chargeableUntil) {
        var held = uses.of(pupilId, parentId).stream().filter(use -> withdrawn.equals(use.notice())).map(Row::session)
                .map(UsedSession::key).collect(Collectors.toSet());
        return chosen(pupilId, parentId, wanted, session -> session.state() == SessionState.BARRED && !session.provisional()
                && held.contains(session.key()) && inTime(session, chargeableUntil));
    }

    /** @throws LegalRefusal for one that would have expired */
    private static boolean inTime(LedgerSession session, LocalDate chargeableUntil) {
        if (session.lastDayToCharge().isBefore(chargeableUntil)) {
            throw new LegalRefusal("The session on %s cannot be in a notice: its last day for a charge is %s, and it must be chargeable until "
                    + "%s, once the notice’s days and the time for a prosecution after them are over.", session.key().inWords(),
                    Days.inWords(session.lastDayToCharge()), Days.inWords(chargeableUntil));
        }
        return true;
    }

    /** The sessions as they are to be frozen. @throws LegalRefusal for the first for which no prosecution can be approved */
    List<UsedSession> forProsecution(long pupilId, long parentId, Collection<SessionKey> wanted) {
        return chosen(pupilId, parentId, wanted, LedgerSession::chargeable);
    }

    /** On the day of each session. @throws LegalRefusal for the first that came when the parent was none of the pupil's any more */
    void mustBeParent(long pupilId, long parentId, Collection<SessionKey> sessions) {
        if (parents.of(pupilId).stream().anyMatch(of -> of.parent().id() == parentId)) {
            return;
        }
        var until = parents.until(pupilId, parentId).orElseThrow(
                () -> new IllegalArgumentException("Parent %d is no parent of pupil %d".formatted(parentId, pupilId)));
        sessions.stream().filter(session -> session.date().isAfter(until)).min(Comparator.naturalOrder()).ifPresent(session -> {
            throw new LegalRefusal("The session on %s came after %s, the last day on which this parent was the pupil's.", session.inWords(),
                    Days.inWords(until));
        });
    }

    private List<UsedSession> chosen(long pupilId, long parentId, Collection<SessionKey> wanted,
                                     Predicate<LedgerSession> fits) {
        if (wanted.isEmpty()) {
            throw new LegalRefusal("Choose at least one session.");
        }
        Map<SessionKey, LedgerSession> held = of(pupilId, parentId).stream()
                .collect(Collectors.toMap(LedgerSession::key, session -> session, (one, other) -> one, TreeMap::new));
        var chosen = new ArrayList<UsedSession>();
        for (var key : new TreeSet<>(wanted)) {
            var session = held.get(key);
            if (session == null) {
                throw new LegalRefusal("The session on %s is no unauthorised absence while of compulsory school age.", key.inWords());
            }
            if (!fits.test(session)) {
                throw new LegalRefusal("The session on %s cannot be used: %s.", key.inWords(), whyNot(session));
            }
            chosen.add(new UsedSession(key.date(), key.half(), session.code()));
        }
        // each school's register proves its own sessions alone (settlement 16)
        if (pupils.schoolsOn(pupilId, chosen.stream().map(UsedSession::date).toList()).size() > 1) {
            throw new LegalRefusal("These are sessions of two schools: a notice, and a charge, holds those of one.");
        }
        return chosen;
    }

    private static String whyNot(LedgerSession session) {
        if (session.provisional()) {
            return "it has no reason yet (N)";
        }
        if (session.state() == SessionState.EXPIRED) {
            return "its last day for a charge was " + Days.inWords(session.lastDayToCharge());
        }
        if (session.state() == SessionState.BARRED) {
            return "%s, which held it, was withdrawn".formatted(session.usedBy());
        }
        if (session.usedBy() != null) {
            return "it is %s in %s".formatted(session.state() == SessionState.FREE ? "being prepared" : session.state().inWords(),
                    session.usedBy());
        }
        return session.state() == SessionState.CORRECTED ? "its mark has been corrected" : "this parent was convicted of a later session";
    }

    private LedgerSession session(SessionKey key, DatedMark mark, List<Row> used, long pupilId, Optional<LocalDate> convicted) {
        var standing = used.stream().filter(Row::standing).findFirst();
        var code = mark != null ? mark.code() : codeNow(pupilId, key);
        var lastDay = limits.lastDay(key.date());
        // a notice withdrawn for a material error holds its sessions no more, and still bars them
        var barring = used.stream().filter(Row::barred).reduce((earlier, later) -> later);
        var state = standing.map(use -> state(use, code, used, lastDay)).orElseGet(() -> unused(mark, lastDay, barring.isPresent()));
        var provisional = mark != null && mark.noReasonYet();
        var chargeable = !provisional && chargeable(state, standing) && convicted.filter(last -> !key.date().isAfter(last)).isEmpty();
        return new LedgerSession(key.date(), key.half(), code, state, provisional, lastDay,
                standing.or(() -> state == SessionState.BARRED ? barring : Optional.empty()).map(use -> use.use().inWords()).orElse(null),
                chargeable);
    }

    /** Of no notice or prosecution, or let go by all prosecutions. */
    private SessionState unused(DatedMark mark, LocalDate lastDay, boolean barred) {
        return mark == null ? SessionState.CORRECTED : barred ? SessionState.BARRED : calendar.today().isAfter(lastDay) ? SessionState.EXPIRED : SessionState.FREE;
    }

    private SessionState state(Row standing, String codeNow, List<Row> used, LocalDate lastDay) {
        if (!standing.session().code().equals(codeNow)) {
            return SessionState.CORRECTED;
        }
        var tooLate = calendar.today().isAfter(lastDay);
        if (standing.notice() != null) {
            return switch (standing.noticeStatus()) {
                case PAID -> SessionState.DISCHARGED;
                case WITHDRAWN -> SessionState.BARRED;
                default -> tooLate && standing.noticeIsOver(calendar.today()) ? SessionState.EXPIRED : SessionState.UNDER_NOTICE;
            };
        }
        return switch (standing.proceedingStatus()) {
            case CHARGED -> SessionState.CHARGED;
            case CONCLUDED -> SessionState.DECIDED;
            default -> tooLate ? SessionState.EXPIRED
                    : used.stream().anyMatch(Row::toBeProsecuted) ? SessionState.UNDER_NOTICE : SessionState.FREE;
        };
    }

    private static boolean chargeable(SessionState state, Optional<Row> standing) {
        return state == SessionState.FREE && standing.isEmpty()
                || state == SessionState.UNDER_NOTICE && standing.filter(Row::toBeProsecuted).isPresent();
    }

    private boolean running(LedgerSession session) {
        return session.state() == SessionState.FREE
                || session.state() == SessionState.UNDER_NOTICE && !calendar.today().isAfter(session.lastDayToCharge());
    }

    private String codeNow(long pupilId, SessionKey key) {
        return registers.marks(pupilId, key.date(), key.date()).stream().filter(mark -> mark.session() == key.half())
                .map(DatedMark::code).findFirst().orElse("");
    }
}
