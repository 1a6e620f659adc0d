package apws.procedure.people;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.answers.PeopleCompared;
import apws.procedure.names.BetweenSteps;
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
    private final SignedIn signedIn;

    KeepApart(Entries entries, SamePeople people, SignedIn signedIn) {
        this.entries = entries;
        this.people = people;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        people.keepApart(new SamePeople.Pair(input.number(BetweenSteps.ONE_PERSON), input.number(BetweenSteps.OTHER_PERSON)),
                entries.get(input.entryId()).as(PeopleCompared.class).reason(), signedIn.userId());
    }
}
