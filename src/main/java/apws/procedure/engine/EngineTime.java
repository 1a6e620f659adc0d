package apws.procedure.engine;

import apws.procedure.letter.LettersToTray;
import apws.procedure.names.SendLetterProcess;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's clock and its waiting jobs, for whoever lets time pass faster than it does. A clock moved far at once leaves the engine's
 * own threads asleep, fires a daily timer once and runs a running job twice; so time is moved a day at a time while those threads rest,
 * and what falls due is run here.
 */
@Component
public class EngineTime {

    private static final Logger LOG = LoggerFactory.getLogger(EngineTime.class);
    private static final Duration LOOKS_FOR_LETTERS_EVERY = Duration.ofMillis(50);
    private static final Duration LONGEST_JOB = Duration.ofMinutes(2);

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectProvider<LettersToTray> toTray;
    private final ExecutorService letterWriter = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "letters");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore dayIsOver = new Semaphore(0);
    private @Nullable Future<?> writing;
    private boolean resting;

    /** The clock can be set before there is an engine, so that what is deployed at its start already stands in that time. */
    EngineTime(ObjectProvider<ProcessEngine> engine, ObjectProvider<LettersToTray> toTray) {
        this.engine = engine;
        this.toTray = toTray;
    }

    /** @param offset from the machine's clock */
    public void moveTo(Duration offset) {
        if (offset.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(offset.toMillis());
        }
    }

    /** The engine's own threads start no more jobs; returns when the last of those they had started is done. */
    public void pauseJobs() {
        var executor = executor();
        if (executor.isActive()) {
            executor.shutdown();
            resting = true;
            awaitRunningJobs();
        }
    }

    /** The engine's own threads go on, where {@link #pauseJobs} had stopped them. */
    public void resumeJobs() {
        if (resting) {
            resting = false;
            executor().start();
        }
    }

    /**
     * Runs everything that is due, and what falls due by that, one after the other; one that fails waits for its next try. Between
     * {@link #beginLetters} and {@link #awaitLetters}: everything but letters.
     */
    public void runDueJobs() {
        if (writing == null) {
            runDue(job -> true);
            toTray.getObject().bringAll();
        } else {
            runDue(job -> !isLetters(job));
        }
    }

    /** From now on letters, each of which is a process of its own that no other waits for, are written on a thread of their own. */
    public void beginLetters() {
        dayIsOver.drainPermits();
        writing = letterWriter.submit(() -> {
            while (!dayIsOver.tryAcquire(LOOKS_FOR_LETTERS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                runDue(EngineTime::isLetters);
            }
            return null;
        });
    }

    /** Returns when every letter that is due has been written and handed over. */
    public void awaitLetters() {
        dayIsOver.release();
        try {
            Objects.requireNonNull(writing, "no letters were begun").get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while letters were written", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Letters could not be written", e.getCause());
        } finally {
            writing = null;
        }
        runDue(EngineTime::isLetters);
        toTray.getObject().bringAll();
    }

    private void runDue(Predicate<Job> which) {
        var management = management();
        for (var due = due(management, which); !due.isEmpty(); due = due(management, which)) {
            for (var job : due) {
                run(management, job);
            }
        }
    }

    private static boolean isLetters(Job job) {
        return SendLetterProcess.PROCESS.equals(job.getProcessDefinitionKey());
    }

    private static List<Job> due(ManagementService management, Predicate<Job> which) {
        return management.createJobQuery().executable().active().orderByJobDuedate().asc().list().stream().filter(which).toList();
    }

    private static void run(ManagementService management, Job job) {
        if (management.createJobQuery().jobId(job.getId()).count() == 0) {
            return; // gone with the process it belonged to
        }
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException failed) {
            // the engine has logged why, and keeps it with the job
            LOG.warn("Job {} of process instance {} failed; its next try or its incident follows", job.getId(), job.getProcessInstanceId());
        }
    }

    private void awaitRunningJobs() {
        var management = management();
        long end = System.nanoTime() + LONGEST_JOB.toNanos();
        while (management.createJobQuery().acquired().count() > 0 && System.nanoTime() < end) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the engine's running jobs came to their end", e);
            }
        }
    }

    private ManagementService management() {
        return engine.getObject().getManagementService();
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration()).getJobExecutor();
    }
}
