package apws.procedure.casework;

import apws.access.SignedIn;
import apws.casework.Chronology;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes a line into the case's chronology, as the diagram words it. Parameters: {@code step}, {@code what}. */
@Component
@ForDiagrams(needs = {"step", "what"})
class RecordInChronology implements JavaDelegate {

    private final Chronology chronology;
    private final SignedIn signedIn;

    RecordInChronology(Chronology chronology, SignedIn signedIn) {
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        chronology.write(input.caseReference(), input.text("step"), input.text("what"), signedIn.userId());
    }
}
