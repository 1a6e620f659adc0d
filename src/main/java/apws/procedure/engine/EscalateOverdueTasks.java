package apws.procedure.engine;

import apws.procedure.ForDiagrams;
import apws.procedure.ReadsPeriods;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows tasks long past their date to another group too. Parameters: {@code overdueFor}, a period; {@code to}, a group. */
@Component
@ForDiagrams(needs = {"overdueFor", "to"})
@ReadsPeriods("overdueFor")
class EscalateOverdueTasks implements JavaDelegate {

    private final OverdueTasks overdue;

    EscalateOverdueTasks(OverdueTasks overdue) {
        this.overdue = overdue;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        overdue.escalate(input.text("overdueFor"), input.text("to"));
    }
}
