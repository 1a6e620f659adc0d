package apws.procedure.prosecution;

import apws.calendar.SchoolCalendar;
import apws.legal.TimeLimitWarnings;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.CaseVariables;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalInt;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/**
 * Tells each case that has an officer when the last day of a session that can still be charged comes near: at each time ahead, in one task
 * that stays open until the officer has looked and is brought up to date meanwhile (settlement 13). Once looked at, it comes up again when
 * the next last day is nearer, or another is the next and some weeks have gone by. Parameters: {@code weeksAhead}, such as {@code 8,4,2}, of
 * which the smallest is also the time for which nothing is said again; {@code message}, which the case's journey waits for; {@code task},
 * which it brings up there.
 */
@Component
@ForDiagrams(needs = {"weeksAhead", "message", "task"})
class WarnOfTimeLimits implements JavaDelegate {

    private final RuntimeService runtime;
    private final TimeLimitTask task;
    private final Officers officers;
    private final TimeLimitWarnings warnings;
    private final SchoolCalendar calendar;

    WarnOfTimeLimits(RuntimeService runtime, TimeLimitTask task, Officers officers, TimeLimitWarnings warnings, SchoolCalendar calendar) {
        this.runtime = runtime;
        this.task = task;
        this.officers = officers;
        this.warnings = warnings;
        this.calendar = calendar;
    }

    /** The times ahead, the nearest first, and the names that the diagram gives. */
    private record Watch(int[] weeksAhead, String message, String task) {
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var watch = new Watch(Arrays.stream(input.text("weeksAhead").split(",")).mapToInt(Integer::parseInt).sorted().toArray(),
                input.text("message"), input.text("task"));
        for (var journey : runtime.createExecutionQuery().messageEventSubscriptionName(watch.message()).list()) {
            var reference = (String) runtime.getVariable(journey.getId(), CaseVariables.CASE_REFERENCE);
            if (officers.ofCase(reference).isPresent()) {
                var pupilId = ((Number) runtime.getVariable(journey.getId(), CaseVariables.PUPIL_ID)).longValue();
                warnings.next(reference, pupilId).ifPresent(next -> nearest(next, watch.weeksAhead())
                        .ifPresent(weeks -> tell(journey, reference, next, weeks, watch)));
            }
        }
    }

    private void tell(Execution journey, String reference, LocalDate next, int weeks, Watch watch) {
        var open = task.open(reference, watch.task());
        if (open.isEmpty() && warnings.isNew(reference, next, weeks, watch.weeksAhead()[0])) {
            runtime.messageEventReceived(watch.message(), journey.getId());
            warnings.note(reference, next, weeks);
        } else if (!open.isEmpty()) {
            open.forEach(one -> task.bringUpToDate(one, next, weeks < watch.weeksAhead()[watch.weeksAhead().length - 1]));
            warnings.note(reference, next, weeks);
        }
    }

    private OptionalInt nearest(LocalDate lastDay, int[] weeksAhead) {
        return Arrays.stream(weeksAhead).filter(weeks -> !calendar.today().isBefore(lastDay.minusWeeks(weeks))).findFirst();
    }
}
