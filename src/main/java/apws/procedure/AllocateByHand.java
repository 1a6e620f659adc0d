package apws.procedure;

import apws.access.Viewer;
import apws.casework.Entries;
import apws.officer.Allocations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Allocates the case to the officer whom a person chose (S2-04). Parameter: {@code form} it was chosen on, {@code allocate-by-hand} where
 * the diagram gives none.
 */
@Component
@ForDiagrams
class AllocateByHand implements JavaDelegate {

    private final Allocations allocations;
    private final ChosenOfficer chosen;
    private final OfficersTasks tasks;
    private final Entries entries;
    private final Viewer viewer;

    AllocateByHand(Allocations allocations, ChosenOfficer chosen, OfficersTasks tasks, Entries entries, Viewer viewer) {
        this.allocations = allocations;
        this.chosen = chosen;
        this.tasks = tasks;
        this.entries = entries;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var reference = given.caseReference();
        var form = entries.latest(reference, given.textOr("form", "allocate-by-hand")).orElseThrow();
        chosen.raiseLimit(form);
        ChosenOfficer.orSentBack("officer", () -> allocations.allocateTo(reference, chosen.on(form), form.text("reason"),
                ChosenOfficer.handoverNote(form), viewer.userId()));
        tasks.bringToWhoIsAtWork(reference);
    }
}
