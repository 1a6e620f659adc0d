package apws.procedure.engine;

import apws.calendar.CalendarSettings;
import apws.calendar.MovableClock;
import apws.procedure.DiagramCalendar;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Works out open timers and the dates of open tasks again when the school calendar that they were counted with has changed. */
@Component
public class Timers implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final String COUNTED_WITH = "apws.calendar";
    private static final String TURN = "school calendar";
    private static final int IN_ONE_TRANSACTION = 50;

    private final ManagementService management;
    private final TaskService tasks;
    private final CommandExecutor commands;
    private final CalendarSettings settings;
    private final DiagramCalendar calendar;
    private final OneNodeAtATime oneNode;

    Timers(ProcessEngine engine, CalendarSettings settings, DiagramCalendar calendar, OneNodeAtATime oneNode) {
        this.management = engine.getManagementService();
        this.tasks = engine.getTaskService();
        this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
        this.settings = settings;
        this.calendar = calendar;
        this.oneNode = oneNode;
    }

    /** Of several nodes that start together one does it; the others start meanwhile. */
    @Override
    public void run(ApplicationArguments started) {
        if (!oneNode.unlessAnotherIsAtIt(TURN, this::settle)) {
            LOG.info("Another node looks at the open timers, whether the school calendar has changed");
        }
    }

    private void settle() {
        var counted = digest(settings.toString());
        var before = management.getProperties().get(COUNTED_WITH);
        if (counted.equals(before) || before != null && !recalculate()) {
            return;
        }
        oneNode.apart(() -> management.setProperty(COUNTED_WITH, counted));
    }

    /**
     * Every open timer and task that has a date, from the expression in its diagram, as of the day on which it came about. One that cannot be
     * worked out keeps its date, and hinders neither the others nor the start; all are looked at again at the next start.
     *
     * @return whether all could be worked out
     */
    private boolean recalculate() {
        var timers = management.createJobQuery().timers().active().list().stream()
                .filter(timer -> timer.getProcessInstanceId() != null).toList();
        int failed = each(timers, this::recalculate, timer -> management.createJobQuery().jobId(timer.getId()).count() > 0, Job::getId);
        var open = tasks.createTaskQuery().active().list();
        failed += each(open, this::recalculate, task -> tasks.createTaskQuery().taskId(task.getId()).count() > 0, Task::getId);
        LOG.info("The school calendar has changed: {} open timers and the dates of {} open tasks were worked out again, save {}",
                timers.size(), open.size(), failed);
        return failed == 0;
    }

    /** A few at a time; where those fail together, one by one. */
    private <T> int each(List<T> all, Consumer<T> work, Predicate<T> stillThere, Function<T, String> id) {
        int failed = 0;
        for (int from = 0; from < all.size(); from += IN_ONE_TRANSACTION) {
            var some = all.subList(from, Math.min(all.size(), from + IN_ONE_TRANSACTION));
            try {
                oneNode.apart(() -> some.forEach(work));
            } catch (RuntimeException together) {
                for (var one : some) {
                    failed += alone(one, work, stillThere, id) ? 0 : 1;
                }
            }
        }
        return failed;
    }

    /** What has come to pass meanwhile needs no date any more. */
    private <T> boolean alone(T one, Consumer<T> work, Predicate<T> stillThere, Function<T, String> id) {
        try {
            oneNode.apart(() -> work.accept(one));
            return true;
        } catch (RuntimeException failed) {
            if (!stillThere.test(one)) {
                return true;
            }
            LOG.error("The date of {} could not be worked out again, and stays as it was", id.apply(one), failed);
            return false;
        }
    }

    /** The same of one process, when what its dates are counted from has changed. */
    public void recalculate(String processInstanceId) {
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
    private record Dates(@Nullable Date due, @Nullable Date followUp) {
    }

    private Dates stated(String taskId) {
        return commands.execute(engine -> {
            var task = engine.getTaskManager().findTaskById(taskId);
            var definition = task.getTaskDefinition();
            return new Dates(date(definition.getDueDateExpression(), task.getExecution()),
                    date(definition.getFollowUpDateExpression(), task.getExecution()));
        });
    }

    private static @Nullable Date date(@Nullable Expression stated, VariableScope of) {
        return stated != null && stated.getValue(of) instanceof Date date ? date : null;
    }

    private static void move(Task task, @Nullable Date from, @Nullable Date to, BiConsumer<String, Date> set) {
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
