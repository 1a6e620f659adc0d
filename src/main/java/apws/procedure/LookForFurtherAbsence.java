package apws.procedure;

import apws.legal.Ledger;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Whether the register holds sessions without leave inside the window of which the officer has not been told, those still marked N left out
 * (settlement 14). Parameters: {@code parentId}, {@code from}.
 */
@Component
@ForDiagrams(needs = {"parentId", "from"})
class LookForFurtherAbsence implements JavaDelegate {

    static final String TOLD = "furtherTold";

    private final Ledger ledger;

    LookForFurtherAbsence(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        LocalDate from = given.date("from");
        var found = ledger.of(given.pupilId(), given.number("parentId")).stream()
                .filter(session -> session.counts() && !session.provisional() && !session.date().isBefore(from)).count();
        step.setVariable("furtherFound", found > given.number(TOLD));
        step.setVariable(TOLD, found);
    }
}
