package apws.procedure.notice;

import apws.access.SignedIn;
import apws.calendar.PostClass;
import apws.legal.NoticeService;
import apws.legal.PenaltyNotices;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.PenaltyNoticeProcess;
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
    private final SignedIn signedIn;

    ServeNotice(PenaltyNotices notices, SignedIn signedIn) {
        this.notices = notices;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var shown = input.textOr("shownReceivedOn", null);
        var served = notices.served(input.text(PenaltyNoticeProcess.NUMBER), new NoticeService(input.date("postedOn"), PostClass.of(input.text("postClass")),
                shown == null ? null : LocalDate.parse(shown), input.textOr("shownBecause", null)), signedIn.userId());
        step.setVariable("receivedOn", served.receivedOn().toString());
        step.setVariable("lowerAmountUntil", (served.lastDayLower() == null ? served.lastDay() : served.lastDayLower()).toString());
        step.setVariable("payableUntil", served.lastDay().toString());
    }
}
