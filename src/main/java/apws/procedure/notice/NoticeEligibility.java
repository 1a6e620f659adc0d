package apws.procedure.notice;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.legal.EarlyGround;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.legal.NoticeTerms;
import apws.legal.PenaltyNotices;
import apws.legal.SessionState;
import apws.legal.Window;
import apws.legal.Windows;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.procedure.notice.PenaltyNoticeTable.Answer;
import apws.procedure.notice.PenaltyNoticeTable.Standing;
import apws.procedure.notice.PenaltyNoticeTable.Told;
import apws.procedure.prosecution.Contemplated;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Of each parent: the free sessions, how many of them count today, and what the table says of a notice (S2-12, settlement 14). Of a
 * looked-after child it says to stop and ask; the sessions and amounts are those once that is done, which the form itself asks for.
 */
@Component("noticeEligibility")
class NoticeEligibility implements FormFacts {

    /** More notices of other authorities than anybody has in three years. */
    private static final int MANY = 9;

    private final Ledger ledger;
    private final PenaltyNotices notices;
    private final Windows windows;
    private final PenaltyNoticeTable table;
    private final Contemplated contemplated;
    private final Parents parents;
    private final Pupils pupils;
    private final Schools schools;
    private final SchoolCalendar calendar;

    NoticeEligibility(Ledger ledger, PenaltyNotices notices, Windows windows, PenaltyNoticeTable table, Contemplated contemplated,
                      Parents parents, Pupils pupils, Schools schools, SchoolCalendar calendar) {
        this.ledger = ledger;
        this.notices = notices;
        this.windows = windows;
        this.table = table;
        this.contemplated = contemplated;
        this.parents = parents;
        this.pupils = pupils;
        this.schools = schools;
        this.calendar = calendar;
    }

    /** @param variables with {@code improvementLetter}, the code of a Notice to Improve */
    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var pupilId = CaseFacts.pupilId(variables);
        var forLeave = NoticeStarts.isForLeave(variables.get(PenaltyNoticeProcess.FOR));
        var improvementLetter = variables.get("improvementLetter");
        var each = new ArrayList<Map<String, Object>>();
        var sessions = new ArrayList<Map<String, Object>>();
        for (var of : parents.of(pupilId)) {
            var free = ledger.free(pupilId, of.parent().id());
            var standing = table.standing(pupilId, of.parent().id());
            var answer = table.of(standing, new Told(0, forLeave, true));
            var afterNotice = afterNotice(answer);
            var chargeableUntil = answer.mayBeIssued() ? notices.chargeableUntil(answer.terms()) : calendar.today();
            var forCourt = contemplated.of(pupilId, of.parent().id(), free.stream().map(LedgerSession::key).toList());
            var row = row(of, free.stream().filter(session -> !session.lastDayToCharge().isBefore(chargeableUntil))
                    .filter(session -> !forCourt.containsKey(session.key())).toList(), answer, mostElsewhere(standing, forLeave));
            row.put("because", table.of(standing, new Told(0, forLeave, false)).because());
            row.put("free", free.size());
            row.put("forLeave", forLeave);
            row.put("freeSessions", free.stream().map(NoticeEligibility::option).toList());
            row.putAll(window(pupilId, of.parent().id()));
            var improvement = windows.of(pupilId, of.parent().id()).stream().filter(window -> window.letter().equals(improvementLetter))
                    .findFirst();
            row.put("improvementGiven", improvement.isPresent());
            row.put("improvement", improvement.map(window -> "%s to %s".formatted(Days.inWords(window.from()), Days.inWords(window.lastDay())))
                    .orElse("none"));
            each.add(row);
            free.forEach(session -> sessions.add(row(of, session, afterNotice, chargeableUntil, forCourt)));
        }
        var independent = schools.get(pupils.get(pupilId).schoolCode()).independent();
        return Map.of("noticeEligibility", each, "freeSessions", sessions,
                "schoolKind", independent ? "independent school" : "not an independent school");
    }

    /** The period of a letter to this parent that still runs, and what happened in it; those of all such letters together. */
    private Map<String, Object> window(long pupilId, long parentId) {
        var running = windows.running(pupilId, parentId);
        if (running.isEmpty()) {
            return Map.of("window", "", "windowGrounds", List.of(), "furtherSessions", 0);
        }
        var from = running.stream().map(Window::from).max(Comparator.naturalOrder()).orElseThrow();
        var grounds = EnumSet.allOf(EarlyGround.class);
        running.forEach(window -> grounds.retainAll(window.grounds()));
        return Map.of("window", running.stream().map(window -> "%s: %s to %s".formatted(window.letter(), Days.inWords(window.from()),
                        Days.inWords(window.lastDay()))).collect(Collectors.joining("; ")),
                "windowGrounds", grounds.stream().map(Enum::name).toList(),
                "furtherSessions", ledger.of(pupilId, parentId).stream().filter(session -> !session.date().isBefore(from)
                        && session.state() == SessionState.FREE && !session.provisional()).count());
    }

    private static Map<String, Object> row(ParentOfPupil of, List<LedgerSession> usable, Answer answer, int mostElsewhere) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("parentId", of.parent().id().toString()),
                Map.entry("parent", NoticeParents.named(of)),
                Map.entry("usable", usable.size()),
                Map.entry("count", answer.sessions()),
                Map.entry("noReasonYet", answer.noReasonYet()),
                Map.entry("earlier", answer.earlier()),
                Map.entry("terms", answer.mayBeIssued() ? inWords(answer.terms()) : "none"),
                Map.entry("belowThreshold", answer.needsReason()),
                Map.entry("mostElsewhere", mostElsewhere),
                Map.entry("sessions", usable.stream().map(NoticeEligibility::option).toList())));
    }

    private static Map<String, Object> option(LedgerSession session) {
        return Map.of("value", session.key().toString(), "label", "%s: %s".formatted(inWords(session.key()), session.code()));
    }

    /** How many notices of other authorities still leave room for one more; -1 where there is none even without them. */
    private int mostElsewhere(Standing standing, boolean forLeave) {
        var possible = IntStream.rangeClosed(0, MANY).takeWhile(elsewhere -> table.of(standing, new Told(elsewhere, forLeave, true)).mayBeIssued());
        return (int) possible.count() - 1;
    }

    private static Map<String, Object> row(ParentOfPupil of, LedgerSession session, LocalDate afterNotice, LocalDate chargeableUntil,
                                           Map<SessionKey, String> forCourt) {
        return Map.of(
                "parent", of.parent().name(),
                "session", inWords(session.key()),
                "code", session.code(),
                "lastDay", Days.inWords(session.lastDayToCharge()),
                "daysLeft", ChronoUnit.DAYS.between(afterNotice, session.lastDayToCharge()),
                "goesIn", forCourt.containsKey(session.key()) ? "no, " + forCourt.get(session.key())
                        : session.lastDayToCharge().isBefore(chargeableUntil) ? "no, too little time" : "yes");
    }

    /** The last of the days of a notice posted today; today where none is issued. */
    private LocalDate afterNotice(Answer answer) {
        return !answer.mayBeIssued() ? calendar.today() : notices.lastDayIfPostedToday(answer.terms());
    }

    static String inWords(NoticeTerms terms) {
        var full = "£%s within %d days".formatted(terms.fullAmount().toPlainString(), terms.fullDays());
        return terms.lowerAmount() == null ? full
                : "£%s within %d days, then %s".formatted(terms.lowerAmount().toPlainString(), terms.lowerDays(), full);
    }

    static String inWords(SessionKey session) {
        return "%s, %s".formatted(Days.inWords(session.date()), session.half().inWords());
    }
}
