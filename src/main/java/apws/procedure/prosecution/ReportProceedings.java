package apws.procedure.prosecution;

import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the case in Stage 4 that the proceedings of one parent have ended, where one still waits for them (S4-10, S5-01). */
@Component
@ForDiagrams
class ReportProceedings implements JavaDelegate {

    private final CourtProceedings court;

    ReportProceedings(CourtProceedings court) {
        this.court = court;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        court.haveEnded(input.caseReference(), input.number(ProsecutionOfParentProcess.PROCEEDING));
    }
}
