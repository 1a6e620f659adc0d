package apws.procedure.letter;

import apws.letter.Letters;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts "handing over" on the record, before anything leaves. */
@Component
@ForDiagrams
class StartHandingOver implements JavaDelegate {

    private final Letters letters;

    StartHandingOver(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution step) {
        letters.startHandingOver(new StepInput(step).number(BetweenSteps.LETTER));
    }
}
