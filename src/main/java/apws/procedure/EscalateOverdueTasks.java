package apws.procedure;

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
        var given = new Given(step);
        overdue.escalate(given.text("overdueFor"), given.text("to"));
    }
}
