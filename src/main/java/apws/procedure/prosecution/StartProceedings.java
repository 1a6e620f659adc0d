package apws.procedure.prosecution;

import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the proceedings of one parent before the court, a process of their own under the reference of the case (S4-08). */
@Component
@ForDiagrams
class StartProceedings implements JavaDelegate {

    private final Proceedings prosecutions;
    private final CourtProceedings court;

    StartProceedings(Proceedings prosecutions, CourtProceedings court) {
        this.prosecutions = prosecutions;
        this.court = court;
    }

    @Override
    public void execute(DelegateExecution step) {
        court.start(prosecutions.get(new StepInput(step).number(ProsecutionOfParentProcess.PROCEEDING)));
    }
}
