package apws.procedure.letter;

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

/** A letter that came back is not sent again; the parent's right address, where {@code correct-address} says it, counts for those to come. */
@Component
@ForDiagrams
class KeepCorrectedAddress implements JavaDelegate {

    private final Letters letters;
    private final Entries entries;
    private final Parents parents;

    KeepCorrectedAddress(Letters letters, Entries entries, Parents parents) {
        this.letters = letters;
        this.entries = entries;
        this.parents = parents;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var to = letters.get(input.number(BetweenSteps.LETTER)).parentId();
        var corrected = entries.get(input.entryId()).as(AddressCorrected.class);
        if (to != null && !corrected.newAddress().isBlank()) {
            parents.correctAddress(to, corrected.newAddress(), corrected.newPostcode());
        }
    }
}
