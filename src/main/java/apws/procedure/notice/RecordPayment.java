package apws.procedure.notice;

import apws.access.SignedIn;
import apws.legal.NoticePayment;
import apws.legal.NoticeStatus;
import apws.legal.PenaltyNotices;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.PenaltyNoticeProcess;
import java.math.BigDecimal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records money that came in for the notice, and whether the notice is paid by it: enough, in time (S2-12).
 * Parameters: {@code paidOn}, {@code amount} in pounds, {@code paymentReference}.
 */
@Component
@ForDiagrams(needs = {"paidOn", "amount", "paymentReference"})
class RecordPayment implements JavaDelegate {

    private final PenaltyNotices notices;
    private final SignedIn signedIn;

    RecordPayment(PenaltyNotices notices, SignedIn signedIn) {
        this.notices = notices;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var notice = notices.paid(input.text(PenaltyNoticeProcess.NUMBER), new NoticePayment(input.date("paidOn"),
                new BigDecimal(input.text("amount")).setScale(2), input.text("paymentReference")), signedIn.userId());
        step.setVariable("noticeOutcome", notice.status() == NoticeStatus.PAID ? "paid" : "part");
    }
}
