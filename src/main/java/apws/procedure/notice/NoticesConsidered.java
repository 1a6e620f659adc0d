package apws.procedure.notice;

import apws.calendar.MovableClock;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.PenaltyNoticeProcess;
import java.time.LocalDate;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** Penalty notices that an officer considers, or has considered, in a case: each is a process of its own (S2-12). */
@Component
class NoticesConsidered {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final NoticeStarts starts;

    NoticesConsidered(RuntimeService runtime, HistoryService history, NoticeStarts starts) {
        this.runtime = runtime;
        this.history = history;
        this.starts = starts;
    }

    /** Whether one to that parent was begun from that day on, or one is prepared that is not yet for anybody. */
    boolean wasConsidered(String caseReference, long parentId, LocalDate since) {
        var from = Date.from(since.atStartOfDay(MovableClock.LONDON).toInstant());
        return Stream.of(BetweenSteps.CONSIDERED_PARENT, PenaltyNoticeProcess.PARENT).anyMatch(whom -> history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(PenaltyNoticeProcess.PROCESS).processInstanceBusinessKey(caseReference).startedAfter(from)
                .variableValueEquals(whom, String.valueOf(parentId)).count() > 0)
                || running(caseReference, null).count() > 0;
    }

    /** Whether one to that parent has just come to the officer. */
    boolean isBeingPrepared(String caseReference, long parentId) {
        return running(caseReference, String.valueOf(parentId)).activityIdIn(PenaltyNoticeProcess.PREPARED).count() > 0;
    }

    /** @param parentId null for one that is not yet for anybody */
    private ProcessInstanceQuery running(String caseReference, String parentId) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(PenaltyNoticeProcess.PROCESS).processInstanceBusinessKey(caseReference)
                .variableValueEquals(PenaltyNoticeProcess.PARENT, parentId);
    }

    /** @param by who prepares it where no officer has the case */
    void raise(String caseReference, long pupilId, long parentId, String by) {
        runtime.createMessageCorrelation(PenaltyNoticeProcess.TO_BE_CONSIDERED).processInstanceBusinessKey(caseReference)
                .setVariables(starts.toBeConsidered(caseReference, pupilId, parentId, by)).correlateStartMessage();
    }
}
