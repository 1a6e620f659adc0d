package apws.procedure.officer;

import apws.access.SignedIn;
import apws.officer.Allocations;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Allocates the case to an officer by the rule (S2-04). Sets {@code officerFound}: nobody may be free. */
@Component
@ForDiagrams
class AllocateOfficer implements JavaDelegate {

    private final Allocations allocations;
    private final OfficersTasks tasks;
    private final SignedIn signedIn;

    AllocateOfficer(Allocations allocations, OfficersTasks tasks, SignedIn signedIn) {
        this.allocations = allocations;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new StepInput(step).caseReference();
        var found = allocations.allocate(reference, signedIn.userId());
        step.setVariable("officerFound", found.isPresent());
        found.ifPresent(allocated -> tasks.bringToWhoIsAtWork(reference));
    }
}
