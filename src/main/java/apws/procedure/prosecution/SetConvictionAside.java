package apws.procedure.prosecution;

import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.ProsecutionOfParentProcess;
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
        var input = new StepInput(step);
        court.convictionSetAside(input.caseReference(), input.number(ProsecutionOfParentProcess.PROCEEDING));
    }
}
