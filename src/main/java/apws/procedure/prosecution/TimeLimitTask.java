package apws.procedure.prosecution;

import apws.calendar.Days;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The one task of a case in which its officer looks at the next last day for a charge (settlement 13). */
@Component
class TimeLimitTask {

    /** Below those of overdue tasks. */
    private static final int NEAR = 60;

    private final TaskService tasks;

    TimeLimitTask(TaskService tasks) {
        this.tasks = tasks;
    }

    List<Task> open(String caseReference, String task) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseReference).taskDefinitionKey(task).list();
    }

    /** What its form shows is worked out whenever it is opened; its card says how near the next last day is by now. */
    void bringUpToDate(Task task, LocalDate next, boolean nearer) {
        var description = "The next last day for a charge is %s".formatted(Days.inWords(next));
        var priority = nearer ? Math.max(task.getPriority(), NEAR) : task.getPriority();
        if (!description.equals(task.getDescription()) || priority != task.getPriority()) {
            task.setDescription(description);
            task.setPriority(priority);
            tasks.saveTask(task);
        }
    }
}
