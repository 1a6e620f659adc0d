package apws.procedure.people;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.PeopleCompared;
import apws.procedure.names.BetweenSteps;
import apws.pupil.Parents;
import apws.pupil.SamePeople;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Two are one person: from now on everything that is held of either is held of that person, and letters go once. */
@Component
@ForDiagrams
class MergePeople implements JavaDelegate {

    private final Entries entries;
    private final Parents parents;
    private final SamePeople people;
    private final OnePersonsRecords records;
    private final Chronology chronology;
    private final SignedIn signedIn;

    MergePeople(Entries entries, Parents parents, SamePeople people, OnePersonsRecords records, Chronology chronology, SignedIn signedIn) {
        this.entries = entries;
        this.parents = parents;
        this.people = people;
        this.records = records;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var form = entries.get(input.entryId()).as(PeopleCompared.class);
        // one of them may have been merged with a third since the task came up
        long one = parents.get(input.number(BetweenSteps.ONE_PERSON)).id();
        long other = parents.get(input.number(BetweenSteps.OTHER_PERSON)).id();
        if (one == other) {
            return;
        }
        var details = parents.get(form.detailsOf().equals("other") ? other : one);
        var theirCases = SentBack.at("samePersonDecision", () -> records.merge(one, other));
        people.merge(new SamePeople.Pair(one, other), details, form.reason(), signedIn.userId());
        theirCases.stream().filter(Case::open).forEach(of -> chronology.write(of.reference(), "Who is who",
                "Two records of %s are one person’s: %s".formatted(details.name(), form.reason()), signedIn.userId()));
    }
}
