package apws.procedure;

import apws.access.Viewer;
import apws.legal.NoticePayment;
import apws.legal.NoticeStatus;
import apws.legal.PenaltyNotices;
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
    private final Viewer viewer;

    RecordPayment(PenaltyNotices notices, Viewer viewer) {
        this.notices = notices;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var notice = notices.paid(given.text(NoticeStarts.NUMBER), new NoticePayment(given.date("paidOn"),
                new BigDecimal(given.text("amount")).setScale(2), given.text("paymentReference")), viewer.userId());
        step.setVariable("noticeOutcome", notice.status() == NoticeStatus.PAID ? "paid" : "part");
    }
}
