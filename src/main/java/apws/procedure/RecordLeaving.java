package apws.procedure;

import apws.officer.Officers;
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
        var given = new Given(step);
        officers.leaves(given.text("officer"), given.date("leftOn"));
        officers.whomTheyStandInFor(given.text("officer")).forEach(one -> tasks.bringToWhoIsAtWork(officers.everyCaseOf(one.userId())));
    }
}
