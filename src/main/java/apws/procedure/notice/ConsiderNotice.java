package apws.procedure.notice;

import apws.access.SignedIn;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.PenaltyNoticeProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A penalty notice to the parent begins to be prepared, unless one is being prepared already (S2-12). Parameter: {@code parentId}. */
@Component
@ForDiagrams(needs = "parentId")
class ConsiderNotice implements JavaDelegate {

    private final NoticesConsidered notices;
    private final SignedIn signedIn;

    ConsiderNotice(NoticesConsidered notices, SignedIn signedIn) {
        this.notices = notices;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        if (!notices.isBeingPrepared(input.caseReference(), input.number(PenaltyNoticeProcess.PARENT))) {
            notices.raise(input.caseReference(), input.pupilId(), input.number(PenaltyNoticeProcess.PARENT), signedIn.userId());
        }
    }
}
