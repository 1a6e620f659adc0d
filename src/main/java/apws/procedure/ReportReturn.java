package apws.procedure;

import apws.access.Viewer;
import apws.letter.Letter;
import apws.letter.Letters;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/** A letter came back: on its record, and told to its own process (settlement 3). Parameters: {@code letterNumber}, {@code returnedOn}, {@code why}. */
@Component
@ForDiagrams(needs = {"letterNumber", "returnedOn", "why"})
class ReportReturn implements JavaDelegate {

    static final String RETURNED = "letter-returned";

    private final Letters letters;
    private final RuntimeService runtime;
    private final Viewer viewer;

    ReportReturn(Letters letters, RuntimeService runtime, Viewer viewer) {
        this.letters = letters;
        this.runtime = runtime;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var letter = waitingFor(given.text("letterNumber"), given.caseReference());
        letters.returned(letter.id(), given.date("returnedOn"), given.text("why"), viewer.userId());
        runtime.createMessageCorrelation(RETURNED).processInstanceBusinessKey(letter.caseReference())
                .processInstanceVariableEquals("letterId", letter.id()).correlate();
    }

    private Letter waitingFor(String number, String caseReference) {
        return letters.ofCase(caseReference).stream()
                .filter(letter -> letter.number().equals(number) && letter.status() == Letter.Status.HANDED_OVER)
                .filter(letter -> runtime.createExecutionQuery().messageEventSubscriptionName(RETURNED)
                        .processVariableValueEquals("letterId", letter.id()).count() == 1)
                .findFirst()
                .orElseThrow(() -> new FormFieldValidationException("letterNumber",
                        "letterNumber: %s is no letter of case %s whose return is waited for. Look at the number above the address.".formatted(number, caseReference)));
    }
}
