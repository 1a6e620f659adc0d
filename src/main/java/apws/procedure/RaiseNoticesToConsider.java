package apws.procedure;

import apws.access.Viewer;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.legal.Ledger;
import apws.officer.Officers;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Lets the officer consider a penalty notice for each case of the stage in which the table says of a parent that it must be considered,
 * unless one was considered in these ten school weeks already (S2-12, settlement 14). Parameter: {@code stage}.
 */
@Component
@ForDiagrams(needs = "stage")
class RaiseNoticesToConsider implements JavaDelegate {

    static final String TO_BE_CONSIDERED = "notice-to-be-considered";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final NoticeStarts starts;
    private final Cases cases;
    private final Officers officers;
    private final Parents parents;
    private final PenaltyNoticeTable table;
    private final Ledger ledger;
    private final SchoolCalendar calendar;
    private final Viewer viewer;

    RaiseNoticesToConsider(RuntimeService runtime, HistoryService history, NoticeStarts starts, Cases cases, Officers officers,
                           Parents parents, PenaltyNoticeTable table, Ledger ledger, SchoolCalendar calendar, Viewer viewer) {
        this.runtime = runtime;
        this.history = history;
        this.starts = starts;
        this.cases = cases;
        this.officers = officers;
        this.parents = parents;
        this.table = table;
        this.ledger = ledger;
        this.calendar = calendar;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        runtime.createProcessInstanceQuery().processDefinitionKeyNotIn(NoticeStarts.PROCESS, LetterPost.PROCESS)
                .variableValueEquals(CaseVariables.STAGE, given.text("stage")).list().stream().map(ProcessInstance::getBusinessKey)
                .distinct()
                .flatMap(reference -> cases.find(reference).filter(Case::open).stream())
                .filter(open -> officers.ofCase(open.reference()).isPresent() && isToBeConsidered(open))
                .forEach(this::raise);
    }

    private boolean isToBeConsidered(Case open) {
        return parents.of(open.pupilId()).stream().map(ParentOfPupil::parent)
                .filter(parent -> table.byCount(open.pupilId(), parent.id()).mustBeConsidered())
                .map(parent -> ledger.towardsNotice(open.pupilId(), parent.id(), calendar.today()).from()).findFirst()
                .filter(from -> !wasConsidered(open, from)).isPresent();
    }

    private boolean wasConsidered(Case open, LocalDate since) {
        var from = Date.from(since.atStartOfDay(MovableClock.LONDON).toInstant());
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(NoticeStarts.PROCESS)
                .processInstanceBusinessKey(open.reference()).startedAfter(from).count() > 0;
    }

    private void raise(Case open) {
        runtime.createMessageCorrelation(TO_BE_CONSIDERED).processInstanceBusinessKey(open.reference())
                .setVariables(starts.variables(open.reference(), open.reference(), open.pupilId(), viewer.userId()))
                .correlateStartMessage();
    }
}
