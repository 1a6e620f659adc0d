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

/** Allocates the case to the officer whom a person chose on the form just sent (S2-04). */
@Component
@ForDiagrams
class AllocateByHand implements JavaDelegate {

    private final Allocations allocations;
    private final ChosenOfficer chosen;
    private final OfficersTasks tasks;
    private final Entries entries;
    private final SignedIn signedIn;

    AllocateByHand(Allocations allocations, ChosenOfficer chosen, OfficersTasks tasks, Entries entries, SignedIn signedIn) {
        this.allocations = allocations;
        this.chosen = chosen;
        this.tasks = tasks;
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var reference = input.caseReference();
        var form = entries.get(input.entryId()).as(OfficerChosen.class);
        chosen.raiseLimit(form);
        SentBack.at("officer", () -> allocations.allocateTo(reference, ChosenOfficer.on(form), form.reason(),
                ChosenOfficer.handoverNote(form), signedIn.userId()));
        tasks.bringToWhoIsAtWork(reference);
    }
}
