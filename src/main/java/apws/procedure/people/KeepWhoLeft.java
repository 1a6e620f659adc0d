package apws.procedure.people;

import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.answers.WhoLeft;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps who has left, as {@code say-who-left} has it, with the day, the reason and who said so. Whoever is undecided stays as before. */
@Component
@ForDiagrams
class KeepWhoLeft implements JavaDelegate {

    private final Entries entries;
    private final Departures departures;

    KeepWhoLeft(Entries entries, Departures departures) {
        this.entries = entries;
        this.departures = departures;
    }

    @Override
    public void execute(DelegateExecution step) {
        for (var row : entries.get(new StepInput(step).entryId()).as(WhoLeft.class).whoMayHaveLeft()) {
            var who = row.who().split(" ");
            if (who[0].equals("pupil")) {
                departures.pupil(Long.parseLong(who[1]), row);
            } else {
                departures.parent(Long.parseLong(who[3]), Long.parseLong(who[1]), row);
            }
        }
    }
}
