package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import apws.officer.Officers;
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
    private final Viewer viewer;

    RecordAbsence(Officers officers, OfficersTasks tasks, Chronology chronology, Viewer viewer) {
        this.officers = officers;
        this.tasks = tasks;
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var from = given.date("awayFrom");
        var to = given.date("awayTo");
        var officer = officers.get(given.text("officer"));
        var standIn = given.text("standIn");
        ChosenOfficer.orSentBack("standIn", () -> officers.away(officer.userId(), from, to, standIn));
        var line = "%s is away from %s to %s: %s stands in".formatted(officer.name(), from, to, officers.get(standIn).name());
        officers.casesOf(officer.userId()).forEach(reference -> chronology.write(reference, "S2-04", line, viewer.userId()));
        // an absence before this one may have brought them elsewhere
        tasks.bringToWhoIsAtWork(officers.everyCaseOf(officer.userId()));
        step.setVariable("backOn", to.plusDays(1).toString());
    }
}
