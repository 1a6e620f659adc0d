package apws.procedure.notice;

import apws.access.SignedIn;
import apws.legal.PenaltyNotices;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.PenaltyNoticeProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The notice's days have ended without payment in full (S2-12). */
@Component
@ForDiagrams
class RecordUnpaidNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final SignedIn signedIn;

    RecordUnpaidNotice(PenaltyNotices notices, SignedIn signedIn) {
        this.notices = notices;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        notices.daysOver(new StepInput(step).text(PenaltyNoticeProcess.NUMBER), signedIn.userId());
    }
}
