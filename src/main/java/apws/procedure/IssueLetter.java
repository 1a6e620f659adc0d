package apws.procedure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records a letter to everyone who gets it and lets each go its own way; nothing is printed here.
 * Parameters: {@code letter} code, {@code step}, {@code details} that the letter asks for.
 */
@Component
@ForDiagrams(needs = {"letter", "step", "details"})
class IssueLetter implements JavaDelegate {

    private final LetterPost post;

    IssueLetter(LetterPost post) {
        this.post = post;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        post.issue(given.text("letter"), given.text("step"), given.map("details"), given);
    }
}
