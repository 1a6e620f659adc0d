package apws.procedure.letter;

import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Renders the letter and keeps the PDF with its hash. */
@Component
@ForDiagrams
class RenderLetter implements JavaDelegate {

    private final Letters letters;

    RenderLetter(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution step) {
        letters.render(new StepInput(step).number(BetweenSteps.LETTER));
    }
}
