package apws.procedure.notice;

import apws.legal.Ledger;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.PenaltyNoticeProcess;
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

    private final Ledger ledger;

    LookForFurtherAbsence(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        LocalDate from = input.date("from");
        var found = ledger.of(input.pupilId(), input.number(PenaltyNoticeProcess.PARENT)).stream()
                .filter(session -> session.counts() && !session.provisional() && !session.date().isBefore(from)).count();
        step.setVariable("furtherFound", found > input.number(BetweenSteps.FURTHER_ABSENCE_TOLD));
        step.setVariable(BetweenSteps.FURTHER_ABSENCE_TOLD, found);
    }
}
