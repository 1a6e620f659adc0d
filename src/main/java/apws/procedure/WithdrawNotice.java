package apws.procedure;

import apws.access.Viewer;
import apws.legal.PenaltyNotices;
import apws.legal.WithdrawalGround;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Withdraws the notice (S2-12). Parameters: {@code ground}, a {@link WithdrawalGround}; {@code because}, in words. */
@Component
@ForDiagrams(needs = {"ground", "because"})
class WithdrawNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final Viewer viewer;

    WithdrawNotice(PenaltyNotices notices, Viewer viewer) {
        this.notices = notices;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        notices.withdrawn(given.text(NoticeStarts.NUMBER), WithdrawalGround.valueOf(given.text("ground")), given.text("because"),
                viewer.userId());
    }
}
