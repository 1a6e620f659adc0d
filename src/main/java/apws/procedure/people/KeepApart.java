package apws.procedure.people;

import apws.access.Viewer;
import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.pupil.SamePeople;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Two of like names are two people: nobody is asked again. */
@Component
@ForDiagrams
class KeepApart implements JavaDelegate {

    private final Entries entries;
    private final SamePeople people;
    private final Viewer viewer;

    KeepApart(Entries entries, SamePeople people, Viewer viewer) {
        this.entries = entries;
        this.people = people;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        people.keepApart(new SamePeople.Pair(given.number(FindPeopleAlike.ONE), given.number(FindPeopleAlike.OTHER)),
                entries.latest(given.reference(), "compare-people").orElseThrow().text("reason"), viewer.userId());
    }
}
