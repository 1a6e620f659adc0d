package apws.procedure.notice;

import apws.access.SignedIn;
import apws.legal.PenaltyNotices;
import apws.legal.WithdrawalGround;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.PenaltyNoticeProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Withdraws the notice (S2-12). Parameters: {@code ground}, a {@link WithdrawalGround}; {@code because}, in words. */
@Component
@ForDiagrams(needs = {"ground", "because"})
class WithdrawNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final SignedIn signedIn;

    WithdrawNotice(PenaltyNotices notices, SignedIn signedIn) {
        this.notices = notices;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        notices.withdrawn(input.text(PenaltyNoticeProcess.NUMBER), WithdrawalGround.valueOf(input.text("ground")), input.text("because"),
                signedIn.userId());
    }
}
