package apws.procedure;

import apws.access.Users;
import apws.legal.PenaltyNotice;
import apws.legal.PenaltyNotices;
import apws.legal.UsedSession;
import apws.legal.WithdrawalGround;
import apws.register.Registers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Sends a letter about the notice to its parent alone, with all that the notice holds (S2-12).
 * Parameters: {@code letter} code, {@code step}.
 */
@Component
@ForDiagrams(needs = {"letter", "step"})
class SendNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final Registers registers;
    private final Users users;
    private final NoticeSettings settings;
    private final LetterPost post;

    SendNotice(PenaltyNotices notices, Registers registers, Users users, NoticeSettings settings, LetterPost post) {
        this.notices = notices;
        this.registers = registers;
        this.users = users;
        this.settings = settings;
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        post.issue(given.text("letter"), given.text("step"), details(notices.get(given.text(NoticeStarts.NUMBER))), given);
    }

    private Map<String, Object> details(PenaltyNotice notice) {
        var received = notice.receivedOn() == null ? notices.receivedWhenPosted(notice.issuedOn()) : notice.receivedOn();
        var terms = notice.terms();
        var details = new HashMap<String, Object>();
        details.put("recipients", List.of(notice.parentId()));
        details.put("noticeNumber", notice.number());
        details.put("whichInThreeYears", notice.which());
        details.put("sessions", sessions(notice));
        details.put("lowerAmount", terms.lowerAmount());
        details.put("lowerUntil", terms.lowerDays() == null ? null : last(received, terms.lowerDays()));
        details.put("fullAmount", terms.fullAmount());
        details.put("fullUntil", last(received, terms.fullDays()));
        details.put("issuedOn", notice.issuedOn().toString());
        details.put("issuedBy", users.nameOf(notice.issuedBy()));
        details.put("payHow", settings.payHow());
        if (notice.ground() != null) {
            details.put("withdrawnOn", notice.endedOn().toString());
            details.put("ground", "The ground is that %s.".formatted(notice.ground().inWords()));
            details.put("refund", notice.refund().signum() == 0 ? null
                    : "£%s is paid back to you".formatted(notice.refund().toPlainString()));
            details.put("correctedNotice", notice.ground() == WithdrawalGround.MATERIAL_ERROR ? true : null);
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

    private static String last(LocalDate received, int days) {
        return received.plusDays(days - 1L).toString();
    }
}
