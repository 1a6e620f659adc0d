package apws.procedure;

import apws.calendar.SchoolCalendar;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.legal.TimeLimitWarnings;
import apws.officer.Officers;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/**
 * Tells each case that has an officer when the last day of a session that can still be charged comes near, once for each time ahead
 * (settlement 13). One message a case and morning, however many days come near on it, and none while the officer still looks at the last.
 * Parameters: {@code weeksAhead}, such as {@code 8,4,2}; {@code message}, which the case's journey waits for; {@code unlessOpen}, the task
 * that it brings up there.
 */
@Component
@ForDiagrams(needs = {"weeksAhead", "message", "unlessOpen"})
class WarnOfTimeLimits implements JavaDelegate {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Officers officers;
    private final Ledger ledger;
    private final Parents parents;
    private final TimeLimitWarnings warnings;
    private final SchoolCalendar calendar;

    WarnOfTimeLimits(RuntimeService runtime, TaskService tasks, Officers officers, Ledger ledger, Parents parents, TimeLimitWarnings warnings,
                     SchoolCalendar calendar) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.officers = officers;
        this.ledger = ledger;
        this.parents = parents;
        this.warnings = warnings;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var message = given.text("message");
        var weeksAhead = Arrays.stream(given.text("weeksAhead").split(",")).mapToInt(Integer::parseInt).sorted().toArray();
        for (var journey : runtime.createExecutionQuery().messageEventSubscriptionName(message).list()) {
            var reference = (String) runtime.getVariable(journey.getId(), CaseVariables.CASE_REFERENCE);
            if (officers.ofCase(reference).isPresent() && !isOpen(given.text("unlessOpen"), reference)
                    && isToBeWarned(reference, lastDays(journey), weeksAhead)) {
                runtime.messageEventReceived(message, journey.getId());
            }
        }
    }

    private boolean isOpen(String task, String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).taskDefinitionKey(task).count() > 0;
    }

    /** Notes every day that comes near, however many of them come near on one morning. */
    private boolean isToBeWarned(String reference, TreeSet<LocalDate> lastDays, int[] weeksAhead) {
        var warned = false;
        for (var lastDay : lastDays) {
            var near = nearest(lastDay, weeksAhead);
            warned |= near.isPresent() && warnings.note(reference, lastDay, near.getAsInt());
        }
        return warned;
    }

    private OptionalInt nearest(LocalDate lastDay, int[] weeksAhead) {
        return Arrays.stream(weeksAhead).filter(weeks -> !calendar.today().isBefore(lastDay.minusWeeks(weeks))).findFirst();
    }

    private TreeSet<LocalDate> lastDays(Execution journey) {
        var pupilId = ((Number) runtime.getVariable(journey.getId(), CaseVariables.PUPIL_ID)).longValue();
        var days = new TreeSet<LocalDate>();
        parents.of(pupilId).stream().map(ParentOfPupil::parent).forEach(parent ->
                ledger.running(pupilId, parent.id()).stream().map(LedgerSession::lastDayToCharge).forEach(days::add));
        return days;
    }
}
