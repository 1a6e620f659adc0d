package apws.procedure.officer;

import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the open tasks of an officer's cases to whoever is at work for them today (S2-04). Parameter: {@code officer}. */
@Component
@ForDiagrams(needs = "officer")
class ReassignOpenTasks implements JavaDelegate {

    private final Officers officers;
    private final OfficersTasks tasks;

    ReassignOpenTasks(Officers officers, OfficersTasks tasks) {
        this.officers = officers;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution step) {
        tasks.bringToWhoIsAtWork(officers.everyCaseOf(new StepInput(step).text("officer")));
    }
}
