package apws.procedure.letter;

import apws.letter.PrintRoom;
import apws.letter.TrayProblem;
import apws.letter.TraySettings;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.SendLetterProcess;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings letters to the print tray, beside the engine: while the tray is reached there is no transaction, no connection to the database and
 * none of the engine's threads. A letter's process waits at {@value SendLetterProcess#PLACE_IN_PRINT_TRAY} meanwhile, goes on in a short transaction once the tray has the
 * letter, and has an incident with the latest words from the first failure until then.
 *
 * <p>What waits is known from the database alone, so that nothing is lost with a node; the tray takes a letter once however often it is
 * brought, so that nodes need not know of each other.
 */
@Component
public class LettersToTray {

    private static final String INCIDENT = "printTray";
    private static final Logger LOG = LoggerFactory.getLogger(LettersToTray.class);

    private final PrintRoom printRoom;
    private final TraySettings settings;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TransactionTemplate transaction;
    private final boolean byItself;
    private final ThreadPoolTaskScheduler hand = new ThreadPoolTaskScheduler();
    private volatile boolean resting;

    LettersToTray(PrintRoom printRoom, TraySettings settings, RuntimeService runtime, ManagementService management, TransactionTemplate transaction,
            @Value("${camunda.bpm.job-execution.enabled:true}") boolean byItself) {
        this.printRoom = printRoom;
        this.settings = settings;
        this.runtime = runtime;
        this.management = management;
        this.transaction = transaction;
        // as the engine's own threads: a node that runs no jobs brings no letters
        this.byItself = byItself;
        hand.setThreadNamePrefix("letters-to-tray-");
        hand.setDaemon(true);
        hand.setWaitForTasksToCompleteOnShutdown(true);
        hand.setAwaitTerminationMillis(settings.trayAnswersWithin().multipliedBy(2).toMillis());
        hand.initialize();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (byItself) {
            hand.scheduleWithFixedDelay(this::bringAll, settings.trayTriedAgain());
        }
    }

    /** The letter of this process, once the transaction that has it wait is committed. */
    void soon(String process) {
        if (byItself) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    hand.execute(() -> bring(process));
                }
            });
        }
    }

    /** Every letter that waits for the tray; those that it does not take wait on. */
    public void bringAll() {
        // an earlier version of the diagram has a job in front of the step
        var notThereYet = management.createJobQuery().activityId(SendLetterProcess.PLACE_IN_PRINT_TRAY).list().stream().map(Job::getProcessInstanceId)
                .collect(Collectors.toSet());
        runtime.createExecutionQuery().activityId(SendLetterProcess.PLACE_IN_PRINT_TRAY).list().stream().map(Execution::getProcessInstanceId)
                .filter(process -> !notThereYet.contains(process)).forEach(this::bring);
    }

    private void bring(String process) {
        if (resting) {
            return;
        }
        try {
            var letterId = runtime.createVariableInstanceQuery().processInstanceIdIn(process).variableName(BetweenSteps.LETTER).singleResult();
            if (letterId != null) {
                bring(process, (Long) letterId.getValue());
            }
        } catch (OptimisticLockingException | PessimisticLockingFailureException anotherNodeWasFirst) {
            LOG.debug("The letter of process instance {} has gone on", process, anotherNodeWasFirst);
        } catch (RuntimeException failed) {
            LOG.error("The letter of process instance {} could not be brought to the tray; it is tried again in {}", process,
                    settings.trayTriedAgain(), failed);
        }
    }

    private void bring(String process, long letterId) {
        try {
            printRoom.gets(letterId);
            withTheLetter(letterId, () -> goOn(process));
        } catch (TrayProblem problem) {
            withTheLetter(letterId, () -> tell(process, String.valueOf(problem.getMessage())));
        }
    }

    /** The engine takes a step that another has meanwhile signalled for a fault of its own: nobody signals one beside another. */
    private void withTheLetter(long letterId, Runnable work) {
        transaction.executeWithoutResult(status -> {
            printRoom.oneAtATime(letterId);
            work.run();
        });
    }

    private void goOn(String process) {
        waiting(process).forEach(step -> {
            told(step).forEach(incident -> runtime.resolveIncident(incident.getId()));
            runtime.signal(step.getId());
        });
    }

    private void tell(String process, String words) {
        waiting(process).forEach(step -> {
            var told = told(step);
            if (told.stream().noneMatch(incident -> Objects.equals(incident.getIncidentMessage(), words))) {
                told.forEach(incident -> runtime.resolveIncident(incident.getId()));
                // its step is by what the engine finds it again to resolve it
                runtime.createIncident(INCIDENT, step.getId(), step.getId(), words);
                LOG.warn("The letter of process instance {} waits: {}", process, words);
            }
        });
    }

    /** None once it has gone on. */
    private List<Execution> waiting(String process) {
        return runtime.createExecutionQuery().processInstanceId(process).activityId(SendLetterProcess.PLACE_IN_PRINT_TRAY).list();
    }

    private List<Incident> told(Execution step) {
        return runtime.createIncidentQuery().executionId(step.getId()).incidentType(INCIDENT).list();
    }

    /** What it has in hand is brought to its end, the others when there is somebody to bring them. */
    @PreDestroy
    void rest() {
        resting = true;
        hand.shutdown();
    }
}
