package apws.procedure.engine;

import apws.procedure.ForDiagrams;
import apws.procedure.ReadsPeriods;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds of tasks past their date. Parameter: {@code overdueFor}, a period. */
@Component
@ForDiagrams(needs = "overdueFor")
@ReadsPeriods("overdueFor")
class RemindOfOverdueTasks implements JavaDelegate {

    private final OverdueTasks overdue;

    RemindOfOverdueTasks(OverdueTasks overdue) {
        this.overdue = overdue;
    }

    @Override
    public void execute(DelegateExecution step) {
        overdue.remind(new StepInput(step).text("overdueFor"));
    }
}
