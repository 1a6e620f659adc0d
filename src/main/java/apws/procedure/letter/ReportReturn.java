package apws.procedure.letter;

import apws.access.SignedIn;
import apws.legal.PenaltyNotices;
import apws.legal.Windows;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.NoticeToImproveProcess;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.procedure.names.SendLetterProcess;
import apws.pupil.Pupils;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A letter came back: on its record, and told to its own process, and to the penalty notice or Notice to Improve that it was:
 * a period that it gave has not begun (settlements 3 and 14). Parameters: {@code letterNumber}, {@code returnedOn}, {@code why}. */
@Component
@ForDiagrams(needs = {"letterNumber", "returnedOn", "why"})
class ReportReturn implements JavaDelegate {

    private final Letters letters;
    private final Pupils pupils;
    private final PenaltyNotices notices;
    private final Windows windows;
    private final RuntimeService runtime;
    private final SignedIn signedIn;

    ReportReturn(Letters letters, Pupils pupils, PenaltyNotices notices, Windows windows, RuntimeService runtime, SignedIn signedIn) {
        this.letters = letters;
        this.pupils = pupils;
        this.notices = notices;
        this.windows = windows;
        this.runtime = runtime;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var letter = waitingFor(input.text("letterNumber"), input.caseIfAny());
        letters.returned(letter.id(), input.date("returnedOn"), input.text("why"), signedIn.userId());
        runtime.createMessageCorrelation(SendLetterProcess.RETURNED).processInstanceVariableEquals(BetweenSteps.LETTER, letter.id()).correlate();
        if (letter.parentId() != null) {
            windows.end(letter.pupilId(), letter.parentId(), letter.code());
        }
        runtime.createExecutionQuery().messageEventSubscriptionName(NoticeToImproveProcess.RETURNED).processVariableValueEquals(BetweenSteps.IMPROVEMENT_LETTER,
                first(letter)).list().forEach(waiting -> runtime.messageEventReceived(NoticeToImproveProcess.RETURNED, waiting.getId()));
        letters.detail(letter.id(), PenaltyNoticeProcess.NUMBER).filter(number -> notices.returned(number, signedIn.userId()))
                .ifPresent(this::tellNotice);
    }

    /** The one in whose place it was sent, and so on to the first: its process knows that one. */
    private long first(Letter letter) {
        return letter.insteadOf() == null ? letter.id() : first(letters.get(letter.insteadOf()));
    }

    private void tellNotice(String number) {
        runtime.createExecutionQuery().messageEventSubscriptionName(PenaltyNoticeProcess.RETURNED).processVariableValueEquals(PenaltyNoticeProcess.NUMBER, number).list()
                .forEach(waiting -> runtime.messageEventReceived(PenaltyNoticeProcess.RETURNED, waiting.getId()));
    }

    private Letter waitingFor(String number, Optional<String> caseReference) {
        return letters.withNumber(number)
                .filter(letter -> Objects.equals(letter.caseReference(), caseReference.orElse(null)) && isSeen(letter)
                        && letter.status() == Letter.Status.HANDED_OVER)
                .filter(letter -> runtime.createExecutionQuery().messageEventSubscriptionName(SendLetterProcess.RETURNED)
                        .processVariableValueEquals(BetweenSteps.LETTER, letter.id()).count() == 1)
                .orElseThrow(() -> new SentBack("letterNumber",
                        "%s is no letter of %s whose return is waited for. Look at the number above the address.".formatted(
                                number, caseReference.map("case "::concat).orElse("a pupil without a case"))));
    }

    /** Of a case the form has been asked already. */
    private boolean isSeen(Letter letter) {
        return letter.caseReference() != null || signedIn.maySeeSchool(pupils.get(letter.pupilId()).schoolCode());
    }
}
