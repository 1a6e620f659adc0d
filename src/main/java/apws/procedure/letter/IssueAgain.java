package apws.procedure.letter;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.answers.AddressCorrected;
import apws.procedure.names.BetweenSteps;
import apws.pupil.Parents;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Corrects the parent's address as {@code correct-address} says, and sends the returned letter there under a number of its own: the days
 * that it gives begin again. Parameter: {@code receipt}, the variable of a stage in which the last receipt of such a letter stands.
 */
@Component
@ForDiagrams(needs = "receipt")
class IssueAgain implements JavaDelegate {

    private final Letters letters;
    private final Parents parents;
    private final Entries entries;
    private final DaysGiven days;
    private final LetterPost post;
    private final SignedIn signedIn;

    IssueAgain(Letters letters, Parents parents, Entries entries, DaysGiven days, LetterPost post, SignedIn signedIn) {
        this.letters = letters;
        this.parents = parents;
        this.entries = entries;
        this.days = days;
        this.post = post;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var returned = letters.get(input.number(BetweenSteps.LETTER));
        var corrected = entries.get(input.entryId()).as(AddressCorrected.class);
        if (returned.parentId() != null) {
            parents.correctAddress(returned.parentId(), corrected.newAddress(), corrected.newPostcode());
        }
        letters.sendAgain(returned.id(), days.onPaper(returned), signedIn.userId()).ifPresent(id -> {
            post.send(id, input);
            days.begin(returned, input.text("receipt"));
        });
    }
}
