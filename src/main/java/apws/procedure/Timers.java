package apws.procedure;

import apws.calendar.CalendarSettings;
import apws.calendar.MovableClock;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works out open timers and the dates of open tasks anew when the school calendar that they were counted with has changed. */
@Component
class Timers implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final String COUNTED_WITH = "apws.calendar";

    private final ManagementService management;
    private final TaskService tasks;
    private final CommandExecutor commands;
    private final CalendarSettings settings;
    private final DiagramCalendar calendar;

    Timers(ProcessEngine engine, CalendarSettings settings, DiagramCalendar calendar) {
        this.management = engine.getManagementService();
        this.tasks = engine.getTaskService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
        this.settings = settings;
        this.calendar = calendar;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments started) {
        var counted = settings.toString();
        var before = management.getProperties().get(COUNTED_WITH);
        if (before != null && !before.equals(digest(counted))) {
            recalculate();
        }
        management.setProperty(COUNTED_WITH, digest(counted));
    }

    /** Every open timer and task that has a date, from the expression in its diagram, as of the day on which it came about. */
    void recalculate() {
        var timers = management.createJobQuery().timers().active().list().stream()
                .filter(timer -> timer.getProcessInstanceId() != null).toList();
        timers.forEach(this::recalculate);
        var open = tasks.createTaskQuery().active().list();
        open.forEach(this::recalculate);
        LOG.info("The school calendar has changed: {} open timers and the dates of {} open tasks were worked out anew",
                timers.size(), open.size());
    }

    /** The same of one process, when what its dates are counted from has changed. */
    void recalculate(String processInstanceId) {
        management.createJobQuery().timers().active().processInstanceId(processInstanceId).list().forEach(this::recalculate);
        tasks.createTaskQuery().active().processInstanceId(processInstanceId).list().forEach(this::recalculate);
    }

    private void recalculate(Job timer) {
        asOfThen(timer.getCreateTime(), () -> {
            management.recalculateJobDuedate(timer.getId(), false);
            return null;
        });
    }

    private void recalculate(Task task) {
        var stated = asOfThen(task.getCreateTime(), () -> stated(task.getId()));
        move(task, task.getDueDate(), stated.due(), tasks::setDueDate);
        move(task, task.getFollowUpDate(), stated.followUp(), tasks::setFollowUpDate);
    }

    /** What the task's diagram says now; null where it says nothing, or a date of its own that no calendar moves. */
    private record Dates(Date due, Date followUp) {
    }

    private Dates stated(String taskId) {
        return commands.execute(engine -> {
            var task = engine.getTaskManager().findTaskById(taskId);
            var definition = task.getTaskDefinition();
            return new Dates(date(definition.getDueDateExpression(), task.getExecution()),
                    date(definition.getFollowUpDateExpression(), task.getExecution()));
        });
    }

    private static Date date(Expression stated, VariableScope of) {
        return stated != null && stated.getValue(of) instanceof Date date ? date : null;
    }

    private static void move(Task task, Date from, Date to, BiConsumer<String, Date> set) {
        if (to != null && (from == null || from.getTime() != to.getTime())) {
            set.accept(task.getId(), to);
        }
    }

    private <T> T asOfThen(Date then, Supplier<T> work) {
        return calendar.asOn(LocalDate.ofInstant(then.toInstant(), MovableClock.LONDON), work);
    }

    private static String digest(String calendar) {
        return Integer.toHexString(calendar.hashCode());
    }
}
