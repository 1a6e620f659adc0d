package apws.procedure;

import apws.access.Viewer;
import apws.calendar.PostClass;
import apws.legal.NoticeService;
import apws.legal.PenaltyNotices;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records how the notice reached the parent: its days begin with the day of receipt (S2-12).
 * Parameters: {@code postedOn}, {@code postClass}; {@code shownReceivedOn} with {@code shownBecause}, or null to go by the post.
 */
@Component
@ForDiagrams(needs = {"postedOn", "postClass", "shownReceivedOn", "shownBecause"})
class ServeNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final Viewer viewer;

    ServeNotice(PenaltyNotices notices, Viewer viewer) {
        this.notices = notices;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var shown = given.textOr("shownReceivedOn", null);
        var served = notices.served(given.text(NoticeStarts.NUMBER), new NoticeService(given.date("postedOn"), PostClass.of(given.text("postClass")),
                shown == null ? null : LocalDate.parse(shown), given.textOr("shownBecause", null)), viewer.userId());
        step.setVariable("receivedOn", served.receivedOn().toString());
        step.setVariable("lowerAmountUntil", (served.lastDayLower() == null ? served.lastDay() : served.lastDayLower()).toString());
        step.setVariable("payableUntil", served.lastDay().toString());
    }
}
