package apws.procedure.prosecution;

import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The court has directed the authority to apply for an education supervision order (s.447(2)): a process of its own, under the reference of
 * the case, has that answered. Parameters: {@code process}; {@code reportBy}, the day by which the court is told, as ISO text.
 */
@Component
@ForDiagrams(needs = {"process", "reportBy"})
class FollowDirection implements JavaDelegate {

    private final Proceedings prosecutions;
    private final CourtProceedings court;

    FollowDirection(Proceedings prosecutions, CourtProceedings court) {
        this.prosecutions = prosecutions;
        this.court = court;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        court.directionFollows(input.text("process"), prosecutions.get(input.number(ProsecutionOfParentProcess.PROCEEDING)), input.text("reportBy"));
    }
}
