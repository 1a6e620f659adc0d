package apws.procedure;

import apws.access.Viewer;
import apws.officer.Allocations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Allocates the case to an officer by the rule (S2-04). Sets {@code officerFound}: nobody may be free. */
@Component
@ForDiagrams
class AllocateOfficer implements JavaDelegate {

    private final Allocations allocations;
    private final OfficersTasks tasks;
    private final Viewer viewer;

    AllocateOfficer(Allocations allocations, OfficersTasks tasks, Viewer viewer) {
        this.allocations = allocations;
        this.tasks = tasks;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var reference = new Given(step).caseReference();
        var found = allocations.allocate(reference, viewer.userId());
        step.setVariable("officerFound", found.isPresent());
        found.ifPresent(allocated -> tasks.bringToWhoIsAtWork(reference));
    }
}
