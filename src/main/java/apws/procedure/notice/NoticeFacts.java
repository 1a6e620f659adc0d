package apws.procedure.notice;

import apws.calendar.Days;
import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.legal.NoticePayment;
import apws.legal.PenaltyNotice;
import apws.legal.PenaltyNotices;
import apws.legal.TimeLimits;
import apws.legal.UsedSession;
import apws.procedure.FormFacts;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.pupil.Parents;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The penalty notice that the process is about: to whom, for what, what is due until when, and what has been paid (S2-12). */
@Component("notice")
class NoticeFacts implements FormFacts {

    private final PenaltyNotices notices;
    private final Parents parents;
    private final TimeLimits limits;
    private final SchoolCalendar calendar;

    NoticeFacts(PenaltyNotices notices, Parents parents, TimeLimits limits, SchoolCalendar calendar) {
        this.notices = notices;
        this.parents = parents;
        this.limits = limits;
        this.calendar = calendar;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var notice = notices.get(variables.get(PenaltyNoticeProcess.NUMBER).toString());
        var facts = new HashMap<String, Object>();
        facts.put("noticeLine", "Penalty notice %s to %s, number %d in three years, issued on %s for %d sessions: %s.".formatted(
                notice.number(), parents.get(notice.parentId()).name(), notice.which(), Days.inWords(notice.issuedOn()),
                notice.sessions().size(), notice.status().inWords()));
        facts.put("noticeDueLine", due(notice));
        facts.put("noticeIssuedOn", notice.issuedOn().toString());
        facts.put("noticeSessionRows", notice.sessions().stream().map(this::row).toList());
        facts.put("noticeSessionOptions", notice.sessions().stream().map(session -> Map.of("value", session.key().toString(), "label",
                "%s: %s".formatted(NoticeEligibility.inWords(session.key()), session.code()))).toList());
        facts.put("noticeToBePostedOn", (notice.printedFor() == null ? notice.issuedOn() : notice.printedFor()).toString());
        facts.put("noticePayments", notice.payments().stream().map(NoticeFacts::row).toList());
        facts.put("noticeInTime", notice.sessions().stream()
                .filter(session -> !calendar.today().isAfter(limits.lastDay(session.date()))).count());
        return facts;
    }

    private String due(PenaltyNotice notice) {
        if (notice.receivedOn() == null) {
            return printed(notice);
        }
        var terms = notice.terms();
        var full = "£%s until %s".formatted(terms.fullAmount().toPlainString(), Days.inWords(notice.lastDay()));
        return "Received on %s. %s. Due today: £%s.".formatted(Days.inWords(notice.receivedOn()), terms.lowerAmount() == null ? full
                : "£%s until %s, then %s".formatted(terms.lowerAmount().toPlainString(), Days.inWords(notice.lastDayLower()), full),
                notice.dueOn(calendar.today()).toPlainString());
    }

    private String printed(PenaltyNotice notice) {
        var on = notice.printedFor() == null ? notice.issuedOn() : notice.printedFor();
        var by = notice.printedClass() == null ? PostClass.FIRST_CLASS : notice.printedClass();
        var received = calendar.received(on, by);
        return "Printed to be posted on %s, %s: it is received on %s, and can be paid until %s.".formatted(Days.inWords(on), by.inWords(),
                Days.inWords(received), Days.inWords(notice.terms().lastDay(received)));
    }

    private Map<String, Object> row(UsedSession session) {
        return Map.of("session", NoticeEligibility.inWords(session.key()), "code", session.code(),
                "lastDay", Days.inWords(limits.lastDay(session.date())));
    }

    private static Map<String, Object> row(NoticePayment payment) {
        return Map.of("on", Days.inWords(payment.on()), "amount", "£" + payment.amount().toPlainString(),
                "reference", payment.reference());
    }
}
