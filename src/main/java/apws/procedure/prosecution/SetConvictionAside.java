package apws.procedure.prosecution;

import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the support after a conviction that has been set aside, where it still runs (S4-10). */
@Component
@ForDiagrams
class SetConvictionAside implements JavaDelegate {

    private final CourtProceedings court;

    SetConvictionAside(CourtProceedings court) {
        this.court = court;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        court.convictionSetAside(given.caseReference(), given.number("proceedingId"));
    }
}
