package apws.procedure.notice;

import apws.access.SignedIn;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.legal.Ledger;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.NoticeToImproveProcess;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.procedure.names.SendLetterProcess;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.time.LocalDate;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Lets the officer consider a penalty notice to each parent of whom the table says that it must be considered, in each case of the stage,
 * unless one to that parent was considered in these ten school weeks already (S2-12, settlement 14). Parameter: {@code stage}.
 */
@Component
@ForDiagrams(needs = "stage")
class RaiseNoticesToConsider implements JavaDelegate {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final NoticeStarts starts;
    private final Cases cases;
    private final Officers officers;
    private final Parents parents;
    private final NoticeRecipients recipients;
    private final PenaltyNoticeTable table;
    private final Ledger ledger;
    private final SchoolCalendar calendar;
    private final SignedIn signedIn;

    RaiseNoticesToConsider(RuntimeService runtime, HistoryService history, NoticeStarts starts, Cases cases, Officers officers,
                           Parents parents, NoticeRecipients recipients, PenaltyNoticeTable table, Ledger ledger,
                           SchoolCalendar calendar, SignedIn signedIn) {
        this.runtime = runtime;
        this.history = history;
        this.starts = starts;
        this.cases = cases;
        this.officers = officers;
        this.parents = parents;
        this.recipients = recipients;
        this.table = table;
        this.ledger = ledger;
        this.calendar = calendar;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        runtime.createProcessInstanceQuery().processDefinitionKeyNotIn(PenaltyNoticeProcess.PROCESS, SendLetterProcess.PROCESS, NoticeToImproveProcess.PROCESS)
                .variableValueEquals(CaseVariables.STAGE, input.text("stage")).list().stream().map(ProcessInstance::getBusinessKey)
                .distinct()
                .flatMap(reference -> cases.find(reference).filter(Case::open).stream())
                .filter(open -> officers.ofCase(open.reference()).isPresent())
                .forEach(open -> parents.of(open.pupilId()).stream().filter(of -> !recipients.isTheAuthority(of)).map(ParentOfPupil::parent)
                        .filter(parent -> isToBeConsidered(open, parent.id())).forEach(parent -> raise(open, parent.id())));
    }

    private boolean isToBeConsidered(Case open, long parentId) {
        return table.byCount(open.pupilId(), parentId).mustBeConsidered()
                && !wasConsidered(open, parentId, ledger.towardsNotice(open.pupilId(), parentId, calendar.today()).from());
    }

    /** Also while one is prepared and not yet for anybody. */
    private boolean wasConsidered(Case open, long parentId, LocalDate since) {
        var from = Date.from(since.atStartOfDay(MovableClock.LONDON).toInstant());
        return Stream.of(BetweenSteps.CONSIDERED_PARENT, PenaltyNoticeProcess.PARENT).anyMatch(whom -> history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(PenaltyNoticeProcess.PROCESS).processInstanceBusinessKey(open.reference()).startedAfter(from)
                .variableValueEquals(whom, String.valueOf(parentId)).count() > 0)
                || runtime.createProcessInstanceQuery().processDefinitionKey(PenaltyNoticeProcess.PROCESS)
                .processInstanceBusinessKey(open.reference()).variableValueEquals(PenaltyNoticeProcess.PARENT, null).count() > 0;
    }

    private void raise(Case open, long parentId) {
        runtime.createMessageCorrelation(PenaltyNoticeProcess.TO_BE_CONSIDERED).processInstanceBusinessKey(open.reference())
                .setVariables(starts.toBeConsidered(open.reference(), open.pupilId(), parentId, signedIn.userId()))
                .correlateStartMessage();
    }
}
