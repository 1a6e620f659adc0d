package apws.procedure;

import apws.access.Viewer;
import apws.legal.PenaltyNotices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The notice's days have ended without payment in full (S2-12). */
@Component
@ForDiagrams
class RecordUnpaidNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final Viewer viewer;

    RecordUnpaidNotice(PenaltyNotices notices, Viewer viewer) {
        this.notices = notices;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        notices.daysOver(new Given(step).text(NoticeStarts.NUMBER), viewer.userId());
    }
}
