package apws.procedure.letter;

import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
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
        var input = new StepInput(step);
        post.issue(input.text("letter"), input.text("step"), input.map("details"), input);
    }
}
