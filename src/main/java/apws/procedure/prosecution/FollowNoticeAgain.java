package apws.procedure.prosecution;

import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What comes of a charge that is heard again is the unpaid notice's as well, whose prosecution had ended with the conviction (settlement 14). */
@Component
@ForDiagrams
class FollowNoticeAgain implements JavaDelegate {

    private final Proceedings prosecutions;
    private final CourtProceedings court;

    FollowNoticeAgain(Proceedings prosecutions, CourtProceedings court) {
        this.prosecutions = prosecutions;
        this.court = court;
    }

    @Override
    public void execute(DelegateExecution step) {
        court.noticeFollows(prosecutions.get(new StepInput(step).number(ProsecutionOfParentProcess.PROCEEDING)));
    }
}
