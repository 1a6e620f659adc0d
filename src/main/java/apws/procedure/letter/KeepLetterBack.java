package apws.procedure.letter;

import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A letter that has not left stays here, because its case was withdrawn (settlement 16). */
@Component
@ForDiagrams
class KeepLetterBack implements JavaDelegate {

    private final Letters letters;

    KeepLetterBack(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution step) {
        letters.keepBack(new StepInput(step).number(BetweenSteps.LETTER));
    }
}
