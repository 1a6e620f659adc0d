package apws.procedure.officer;

import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An officer leaves: no case, and no task as a stand-in, from now on (S2-04). Parameters: {@code officer}, {@code leftOn}. */
@Component
@ForDiagrams(needs = {"officer", "leftOn"})
class RecordLeaving implements JavaDelegate {

    private final Officers officers;
    private final OfficersTasks tasks;

    RecordLeaving(Officers officers, OfficersTasks tasks) {
        this.officers = officers;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        officers.leaves(input.text("officer"), input.date("leftOn"));
        officers.whomTheyStandInFor(input.text("officer")).forEach(one -> tasks.bringToWhoIsAtWork(officers.everyCaseOf(one.userId())));
    }
}
