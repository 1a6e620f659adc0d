package apws.procedure.notice;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.casework.CaseStages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Lets the officer consider a penalty notice to each parent of whom the table says that it must be considered, in each case of the stage,
 * unless one to that parent was considered in these ten school weeks already (S2-12, settlement 14). Parameter: {@code stage}.
 */
@Component
@ForDiagrams(needs = "stage")
class RaiseNoticesToConsider implements JavaDelegate {

    private final CaseStages stages;
    private final NoticeRecipients recipients;
    private final PenaltyNoticeTable table;
    private final NoticesConsidered notices;
    private final SignedIn signedIn;

    RaiseNoticesToConsider(CaseStages stages, NoticeRecipients recipients, PenaltyNoticeTable table, NoticesConsidered notices, SignedIn signedIn) {
        this.stages = stages;
        this.recipients = recipients;
        this.table = table;
        this.notices = notices;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        for (var open : stages.withOfficerIn(new StepInput(step).text("stage"))) {
            recipients.parentsOf(open.pupilId()).stream().filter(parent -> isToBeConsidered(open, parent.id()))
                    .forEach(parent -> notices.raise(open.reference(), open.pupilId(), parent.id(), signedIn.userId()));
        }
    }

    private boolean isToBeConsidered(Case open, long parentId) {
        return table.toBeConsideredSince(open.pupilId(), parentId)
                .filter(since -> !notices.wasConsidered(open.reference(), parentId, since)).isPresent();
    }
}
