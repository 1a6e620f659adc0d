package apws.procedure;

import apws.access.Viewer;
import apws.legal.PenaltyNotices;
import apws.legal.SessionKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/**
 * Issues, with the withdrawal of a notice that held a material error, the corrected one: from then on the process is about that one, and
 * {@code withdrawnNumber} is the other's (settlement 14). Parameters: {@code sessions} of the withdrawn notice; {@code elsewhere};
 * {@code lookedAfterAsked}.
 */
@Component
@ForDiagrams(needs = {"sessions", "elsewhere", "lookedAfterAsked"})
class IssueCorrectedNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final PenaltyNoticeTable table;
    private final Viewer viewer;

    IssueCorrectedNotice(PenaltyNotices notices, PenaltyNoticeTable table, Viewer viewer) {
        this.notices = notices;
        this.table = table;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var withdrawn = notices.get(given.text(NoticeStarts.NUMBER));
        var sessions = given.texts("sessions").stream().map(SessionKey::parse).toList();
        var elsewhere = (int) given.number("elsewhere");
        var answer = table.ofCorrected(withdrawn, sessions.size(),
                new PenaltyNoticeTable.Told(elsewhere, false, given.textOr("lookedAfterAsked", null) != null));
        if (!answer.mayBeIssued()) {
            throw new FormFieldValidationException("correctionDecision", "correctionDecision: no corrected notice can be issued. "
                    + answer.because());
        }
        var corrected = notices.issueCorrected(withdrawn.number(), sessions, elsewhere, answer.terms(), viewer.userId());
        step.setVariable("withdrawnNumber", withdrawn.number());
        step.setVariable(NoticeStarts.NUMBER, corrected.number());
        step.setVariable("receivedOn", null);
        step.removeVariable(RecordLowerAmountOver.TOLD);
    }
}
