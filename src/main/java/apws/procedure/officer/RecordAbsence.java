package apws.procedure.officer;

import apws.access.SignedIn;
import apws.casework.Chronology;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * An officer is away for a time, and another does the tasks (S2-04). Parameters: {@code officer}, {@code awayFrom}, {@code awayTo},
 * {@code standIn}. Sets {@code backOn}, the day after.
 */
@Component
@ForDiagrams(needs = {"officer", "awayFrom", "awayTo", "standIn"})
class RecordAbsence implements JavaDelegate {

    private final Officers officers;
    private final OfficersTasks tasks;
    private final Chronology chronology;
    private final SignedIn signedIn;

    RecordAbsence(Officers officers, OfficersTasks tasks, Chronology chronology, SignedIn signedIn) {
        this.officers = officers;
        this.tasks = tasks;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var from = input.date("awayFrom");
        var to = input.date("awayTo");
        var officer = officers.get(input.text("officer"));
        var standIn = input.text("standIn");
        SentBack.at("standIn", () -> officers.away(officer.userId(), from, to, standIn));
        var line = "%s is away from %s to %s: %s stands in".formatted(officer.name(), from, to, officers.get(standIn).name());
        officers.casesOf(officer.userId()).forEach(reference -> chronology.write(reference, "S2-04", line, signedIn.userId()));
        // an absence before this one may have brought them elsewhere
        tasks.bringToWhoIsAtWork(officers.everyCaseOf(officer.userId()));
        step.setVariable("backOn", to.plusDays(1).toString());
    }
}
