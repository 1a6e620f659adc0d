package apws.procedure.notice;

import apws.access.Roles;
import apws.access.Users;
import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.legal.PenaltyNotice;
import apws.legal.PenaltyNotices;
import apws.legal.UsedSession;
import apws.procedure.StepInput;
import apws.procedure.letter.LetterPost;
import apws.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Letters about a penalty notice, to its parent alone, with all that the notice holds (S2-12). */
@Component
class NoticeLetters {

    private final PenaltyNotices notices;
    private final SchoolCalendar calendar;
    private final Registers registers;
    private final Users users;
    private final NoticeSettings settings;
    private final LetterPost post;

    NoticeLetters(PenaltyNotices notices, SchoolCalendar calendar, Registers registers, Users users, NoticeSettings settings,
                  LetterPost post) {
        this.notices = notices;
        this.calendar = calendar;
        this.registers = registers;
        this.users = users;
        this.settings = settings;
        this.post = post;
    }

    /**
     * Parameters of the step: {@code letter} code, {@code step}; {@code toBePostedOn} with {@code postClass} where a notice is not posted
     * today and first class.
     */
    void issue(PenaltyNotice notice, StepInput input) {
        var on = input.textOr("toBePostedOn", null);
        var details = details(notice);
        details.putAll(days(notice, on == null ? calendar.today() : LocalDate.parse(on),
                PostClass.of(input.textOr("postClass", PostClass.FIRST_CLASS.inWords()))));
        post.issue(input.text("letter"), input.text("step"), details, input);
    }

    /** What a notice that came back and is sent again says otherwise than before; nothing of a letter about one that is not open. */
    Map<String, Object> daysAgain(String number) {
        return days(notices.get(number), calendar.today(), PostClass.FIRST_CLASS);
    }

    /** By the posting that the notice is printed for, so that its paper, its record and its timers tell one and the same. */
    private Map<String, Object> days(PenaltyNotice notice, LocalDate toBePosted, PostClass by) {
        if (!notice.status().open()) {
            return Map.of();
        }
        var received = notices.printed(notice.number(), toBePosted, by);
        var days = new HashMap<String, Object>();
        days.put("postedOn", toBePosted.toString());
        days.put("postClass", by.inWords());
        days.put("countedFrom", received.toString());
        days.put("lowerUntil", notice.terms().lowerDays() == null ? null : notice.terms().lastDayLower(received).toString());
        days.put("fullUntil", notice.terms().lastDay(received).toString());
        return days;
    }

    private Map<String, Object> details(PenaltyNotice notice) {
        var terms = notice.terms();
        var details = new HashMap<String, Object>();
        details.put("recipients", List.of(notice.parentId()));
        details.put("noticeNumber", notice.number());
        details.put("whichInThreeYears", notice.which());
        details.put("sessions", sessions(notice));
        details.put("lowerAmount", terms.lowerAmount());
        details.put("fullAmount", terms.fullAmount());
        details.put("issuedOn", notice.issuedOn().toString());
        details.put("issuedBy", users.nameAndPostOf(notice.issuedBy(), Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY));
        details.put("payHow", settings.payHow());
        if (notice.ground() != null) {
            details.put("withdrawnOn", notice.endedOn().toString());
            details.put("ground", "The ground is that %s.".formatted(notice.ground().inWords()));
            details.put("refund", notice.refund().signum() == 0 ? null
                    : "£%s is paid back to you".formatted(notice.refund().toPlainString()));
            details.put("correctedNotice", notices.correctionOf(notice.number()).map(PenaltyNotice::number).orElse(null));
        }
        return details;
    }

    private List<Map<String, Object>> sessions(PenaltyNotice notice) {
        var meanings = new HashMap<String, String>();
        var dates = notice.sessions().stream().map(UsedSession::date).toList();
        registers.marks(notice.pupilId(), dates.get(0), dates.get(dates.size() - 1))
                .forEach(mark -> meanings.put(mark.code(), mark.meaning()));
        return notice.sessions().stream().map(used -> Map.<String, Object>of("date", used.date().toString(), "half", used.half().name(),
                "code", used.code(), "meaning", meanings.getOrDefault(used.code(), ""))).toList();
    }
}
