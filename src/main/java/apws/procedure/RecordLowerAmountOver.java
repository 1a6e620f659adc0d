package apws.procedure;

import apws.access.Viewer;
import apws.legal.PenaltyNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From now on the notice's full amount is due (S2-12): told once, though the wait for payment may have begun again after a part of it. */
@Component
@ForDiagrams
class RecordLowerAmountOver implements JavaDelegate {

    static final String TOLD = "lowerAmountOver";

    private final PenaltyNotices notices;
    private final Viewer viewer;

    RecordLowerAmountOver(PenaltyNotices notices, Viewer viewer) {
        this.notices = notices;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        if (!step.hasVariable(TOLD)) {
            notices.lowerAmountOver(new Given(step).text(NoticeStarts.NUMBER), viewer.userId());
            step.setVariable(TOLD, true);
        }
    }
}
