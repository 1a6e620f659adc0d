package apws.procedure.officer;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.officer.Allocations;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.OfficerChosen;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Hands over the open cases and tasks of an officer who leaves, to whom the form says or by the rule (S2-04).
 * Parameter: {@code leaver}. Sets {@code casesLeft}: how many nobody could take.
 */
@Component
@ForDiagrams(needs = "leaver")
class HandOverCaseload implements JavaDelegate {

    private final Allocations allocations;
    private final ChosenOfficer chosen;
    private final OfficersTasks tasks;
    private final Entries entries;
    private final SignedIn signedIn;

    HandOverCaseload(Allocations allocations, ChosenOfficer chosen, OfficersTasks tasks, Entries entries, SignedIn signedIn) {
        this.allocations = allocations;
        this.chosen = chosen;
        this.tasks = tasks;
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var leaver = input.text("leaver");
        var form = entries.get(input.entryId()).as(OfficerChosen.class);
        chosen.raiseLimit(form);
        var outcome = SentBack.at("officer", () -> allocations.handOver(leaver, ChosenOfficer.on(form), form.reason(),
                ChosenOfficer.handoverNote(form), signedIn.userId()));
        tasks.bringToWhoIsAtWork(outcome.moved());
        tasks.giveUp(leaver);
        step.setVariable("casesLeft", outcome.left().size());
    }
}
