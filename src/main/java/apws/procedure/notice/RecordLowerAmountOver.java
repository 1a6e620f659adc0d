package apws.procedure.notice;

import apws.access.SignedIn;
import apws.legal.PenaltyNotices;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.PenaltyNoticeProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From now on the notice's full amount is due (S2-12): told once, though the wait for payment may have begun again after a part of it. */
@Component
@ForDiagrams
class RecordLowerAmountOver implements JavaDelegate {

    private final PenaltyNotices notices;
    private final SignedIn signedIn;

    RecordLowerAmountOver(PenaltyNotices notices, SignedIn signedIn) {
        this.notices = notices;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        if (!step.hasVariable(BetweenSteps.LOWER_AMOUNT_OVER)) {
            notices.lowerAmountOver(new StepInput(step).text(PenaltyNoticeProcess.NUMBER), signedIn.userId());
            step.setVariable(BetweenSteps.LOWER_AMOUNT_OVER, true);
        }
    }
}
