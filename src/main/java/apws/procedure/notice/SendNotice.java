package apws.procedure.notice;

import apws.legal.PenaltyNotices;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.PenaltyNoticeProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends a letter about the notice to its parent alone (S2-12). Parameters: {@code letter} code, {@code step}. */
@Component
@ForDiagrams(needs = {"letter", "step"})
class SendNotice implements JavaDelegate {

    private final PenaltyNotices notices;
    private final NoticeLetters letters;

    SendNotice(PenaltyNotices notices, NoticeLetters letters) {
        this.notices = notices;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        letters.issue(notices.get(input.text(PenaltyNoticeProcess.NUMBER)), input);
    }
}
