package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.legal.Proceedings;
import apws.legal.StageFiveEnd;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records how support after the conviction ended (S5-01). Parameter: {@code stageFiveEnd}. */
@Component
@ForDiagrams(needs = "stageFiveEnd")
class RecordStageFive implements JavaDelegate {

    private final Proceedings prosecutions;
    private final SignedIn signedIn;

    RecordStageFive(Proceedings prosecutions, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        prosecutions.stageFiveEnded(input.number(ProsecutionOfParentProcess.PROCEEDING), StageFiveEnd.valueOf(input.text("stageFiveEnd")), signedIn.userId());
    }
}
