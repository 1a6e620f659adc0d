package apws.procedure.notice;

import apws.access.SignedIn;
import apws.legal.PenaltyNotices;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.register.SessionKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
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
    private final SignedIn signedIn;

    IssueCorrectedNotice(PenaltyNotices notices, PenaltyNoticeTable table, SignedIn signedIn) {
        this.notices = notices;
        this.table = table;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var withdrawn = notices.get(input.text(PenaltyNoticeProcess.NUMBER));
        var sessions = input.texts("sessions").stream().map(SessionKey::parse).toList();
        var elsewhere = (int) input.number("elsewhere");
        var answer = table.ofCorrected(withdrawn, sessions.size(),
                new PenaltyNoticeTable.Told(elsewhere, false, input.textOr("lookedAfterAsked", null) != null));
        if (!answer.mayBeIssued()) {
            throw new SentBack("correctionDecision", "no corrected notice can be issued. " + answer.because());
        }
        var corrected = notices.issueCorrected(withdrawn.number(), sessions, elsewhere, answer.terms(), signedIn.userId());
        step.setVariable("withdrawnNumber", withdrawn.number());
        step.setVariable(PenaltyNoticeProcess.NUMBER, corrected.number());
        step.setVariable("receivedOn", null);
        step.removeVariable(BetweenSteps.LOWER_AMOUNT_OVER);
    }
}
