package apws.procedure;

import apws.access.Viewer;
import apws.legal.PenaltyNotices;
import apws.legal.Windows;
import apws.letter.Letter;
import apws.letter.Letters;
import apws.pupil.Pupils;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/** A letter came back: on its record, and told to its own process, and to the penalty notice or Notice to Improve that it was:
 * a period that it gave has not begun (settlements 3 and 14). Parameters: {@code letterNumber}, {@code returnedOn}, {@code why}. */
@Component
@ForDiagrams(needs = {"letterNumber", "returnedOn", "why"})
class ReportReturn implements JavaDelegate {

    static final String RETURNED = "letter-returned";
    static final String NOTICE_RETURNED = "notice-returned";
    static final String IMPROVEMENT_RETURNED = "improvement-returned";

    private final Letters letters;
    private final Pupils pupils;
    private final PenaltyNotices notices;
    private final Windows windows;
    private final RuntimeService runtime;
    private final Viewer viewer;

    ReportReturn(Letters letters, Pupils pupils, PenaltyNotices notices, Windows windows, RuntimeService runtime, Viewer viewer) {
        this.letters = letters;
        this.pupils = pupils;
        this.notices = notices;
        this.windows = windows;
        this.runtime = runtime;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var letter = waitingFor(given.text("letterNumber"), given.caseIfAny());
        letters.returned(letter.id(), given.date("returnedOn"), given.text("why"), viewer.userId());
        runtime.createMessageCorrelation(RETURNED).processInstanceVariableEquals("letterId", letter.id()).correlate();
        if (letter.parentId() != null) {
            windows.end(letter.pupilId(), letter.parentId(), letter.code());
        }
        runtime.createExecutionQuery().messageEventSubscriptionName(IMPROVEMENT_RETURNED).processVariableValueEquals(IssueImprovement.LETTER,
                first(letter)).list().forEach(waiting -> runtime.messageEventReceived(IMPROVEMENT_RETURNED, waiting.getId()));
        letters.detail(letter.id(), NoticeStarts.NUMBER).filter(number -> notices.returned(number, viewer.userId()))
                .ifPresent(this::tellNotice);
    }

    /** The one in whose place it was sent, and so on to the first: its process knows that one. */
    private long first(Letter letter) {
        return letter.insteadOf() == null ? letter.id() : first(letters.get(letter.insteadOf()));
    }

    private void tellNotice(String number) {
        runtime.createExecutionQuery().messageEventSubscriptionName(NOTICE_RETURNED).processVariableValueEquals(NoticeStarts.NUMBER, number).list()
                .forEach(waiting -> runtime.messageEventReceived(NOTICE_RETURNED, waiting.getId()));
    }

    private Letter waitingFor(String number, Optional<String> caseReference) {
        return letters.withNumber(number)
                .filter(letter -> Objects.equals(letter.caseReference(), caseReference.orElse(null)) && isSeen(letter)
                        && letter.status() == Letter.Status.HANDED_OVER)
                .filter(letter -> runtime.createExecutionQuery().messageEventSubscriptionName(RETURNED)
                        .processVariableValueEquals("letterId", letter.id()).count() == 1)
                .orElseThrow(() -> new FormFieldValidationException("letterNumber",
                        "letterNumber: %s is no letter of %s whose return is waited for. Look at the number above the address.".formatted(
                                number, caseReference.map("case "::concat).orElse("a pupil without a case"))));
    }

    /** Of a case the form has been asked already. */
    private boolean isSeen(Letter letter) {
        return letter.caseReference() != null || viewer.maySeeSchool(pupils.get(letter.pupilId()).schoolCode());
    }
}
