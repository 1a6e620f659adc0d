package apws.procedure.engine;

import apws.access.EngineGrants;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.casework.Chronology;
import apws.procedure.names.CaseVariables;
import java.time.LocalTime;
import java.time.Period;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Tasks past their date. Each is reminded of once and escalated once, which its priority tells. */
@Component
class OverdueTasks {

    static final int REMINDED = 75;
    static final int ESCALATED = 100;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Chronology chronology;
    private final SchoolCalendar calendar;

    OverdueTasks(TaskService tasks, RuntimeService runtime, Chronology chronology, SchoolCalendar calendar) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.chronology = chronology;
        this.calendar = calendar;
    }

    /** Raises every task that has been overdue for that long to the top of its list. */
    void remind(String overdueFor) {
        for (var task : overdue(overdueFor, REMINDED)) {
            raise(task, REMINDED, "Overdue: " + task.getName());
        }
    }

    /** Shows every task that has been overdue for that long to the group {@code to} as well, which does not ask that group to do it. */
    void escalate(String overdueFor, String to) {
        for (var task : overdue(overdueFor, ESCALATED)) {
            tasks.addGroupIdentityLink(task.getId(), to, EngineGrants.SHOWN_TO);
            raise(task, ESCALATED, "Long overdue, shown to %s: %s".formatted(to, task.getName()));
        }
    }

    private List<Task> overdue(String overdueFor, int priority) {
        var before = calendar.today().minus(Period.parse(overdueFor)).atTime(LocalTime.MAX).atZone(MovableClock.LONDON).toInstant();
        TaskQuery query = tasks.createTaskQuery().active().dueBefore(Date.from(before)).taskMaxPriority(priority - 1);
        return query.list();
    }

    private void raise(Task task, int priority, String line) {
        tasks.setPriority(task.getId(), priority);
        if (runtime.getVariable(task.getExecutionId(), CaseVariables.CASE_REFERENCE) instanceof String reference) {
            chronology.write(reference, "Overdue", line, "system");
        }
    }
}
