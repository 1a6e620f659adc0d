package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.legal.Proceedings;
import apws.legal.StageFiveEnd;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records how support after the conviction ended (S5-01). Parameter: {@code stageFiveEnd}. */
@Component
@ForDiagrams(needs = "stageFiveEnd")
class RecordStageFive implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Viewer viewer;

    RecordStageFive(Proceedings prosecutions, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        prosecutions.stageFiveEnded(given.number("proceedingId"), StageFiveEnd.valueOf(given.text("stageFiveEnd")), viewer.userId());
    }
}
