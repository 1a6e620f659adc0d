package apws.procedure;

import apws.access.Viewer;
import apws.casework.Entries;
import apws.letter.Letters;
import apws.pupil.Parents;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Corrects the parent's address as {@code correct-address} says, and sends the returned letter there under a number of its own: the days
 * that it gives begin anew. Parameter: {@code receipt}, the variable of a stage in which the last receipt of such a letter stands.
 */
@Component
@ForDiagrams(needs = "receipt")
class IssueAgain implements JavaDelegate {

    private final Letters letters;
    private final Parents parents;
    private final Entries entries;
    private final PeriodsAnew periods;
    private final LetterPost post;
    private final Viewer viewer;

    IssueAgain(Letters letters, Parents parents, Entries entries, PeriodsAnew periods, LetterPost post, Viewer viewer) {
        this.letters = letters;
        this.parents = parents;
        this.entries = entries;
        this.periods = periods;
        this.post = post;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var returned = letters.get(given.number("letterId"));
        var corrected = entries.latest(given.reference(), "correct-address").orElseThrow();
        if (returned.parentId() != null) {
            parents.correctAddress(returned.parentId(), corrected.text("newAddress"), corrected.text("newPostcode"));
        }
        letters.sendAgain(returned.id(), periods.onPaper(returned), viewer.userId()).ifPresent(id -> {
            post.send(id, given);
            periods.begin(returned, given.text("receipt"));
        });
    }
}
