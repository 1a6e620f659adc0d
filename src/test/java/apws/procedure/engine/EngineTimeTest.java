package apws.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import apws.procedure.letter.LettersToTray;
import apws.procedure.names.SendLetterProcess;
import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class EngineTimeTest {

    private static final ProcessEngine ENGINE = new StandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID()).setProcessEngineName(UUID.randomUUID().toString())
            .setJobExecutorActivate(false).setEnforceHistoryTimeToLive(false).buildProcessEngine();
    private final EngineTime time = new EngineTime(provided(ENGINE), provided(mock(LettersToTray.class)));

    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = ENGINE.getRepositoryService().createDeployment().addModelInstance("waits.bpmn", waits()).addModelInstance("fails.bpmn", fails())
                .addModelInstance("daily.bpmn", daily()).addModelInstance("letter.bpmn", letter()).deploy().getId();
    }

    @AfterEach
    void undeploy() {
        time.moveTo(Duration.ZERO);
        ENGINE.getRepositoryService().deleteDeployment(deployment, true);
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    void whatFallsDueByTheMoveIsRunAndWhatFollowsFromIt() {
        var instance = ENGINE.getRuntimeService().startProcessInstanceByKey("waits");
        time.runDueJobs();
        assertThat(ENGINE.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance.getId()).count()).isOne();
        time.moveTo(Duration.ofDays(14));
        time.runDueJobs();
        assertThat(ENGINE.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance.getId()).count()).isZero();
        assertThat(ENGINE.getHistoryService().createHistoricActivityInstanceQuery().activityId("afterwards").finished().count()).isOne();
    }

    @Test
    void aDailyTimerRunsOnceForEachDayThatIsLived() {
        for (int day = 1; day <= 5; day++) {
            time.moveTo(Duration.ofDays(day));
            time.runDueJobs();
        }
        assertThat(ENGINE.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("daily").count()).isEqualTo(5);
    }

    @Test
    void aJobThatFailsHoldsUpNoOther() {
        var fails = ENGINE.getRuntimeService().startProcessInstanceByKey("fails");
        var waits = ENGINE.getRuntimeService().startProcessInstanceByKey("waits");
        time.moveTo(Duration.ofDays(14));
        time.runDueJobs();
        assertThat(ENGINE.getRuntimeService().createIncidentQuery().processInstanceId(fails.getId()).count()).isOne();
        assertThat(ENGINE.getRuntimeService().createProcessInstanceQuery().processInstanceId(waits.getId()).count()).isZero();
    }

    @Test
    void lettersAreWrittenOnAThreadOfTheirOwnUntilTheyAreAwaited() {
        var letter = ENGINE.getRuntimeService().startProcessInstanceByKey(SendLetterProcess.PROCESS);
        var waits = ENGINE.getRuntimeService().startProcessInstanceByKey("waits");
        time.moveTo(Duration.ofDays(14));
        time.beginLetters();
        time.runDueJobs();
        assertThat(ENGINE.getRuntimeService().createProcessInstanceQuery().processInstanceId(waits.getId()).count()).isZero();
        time.awaitLetters();
        assertThat(ENGINE.getRuntimeService().createProcessInstanceQuery().processInstanceId(letter.getId()).count()).isZero();
    }

    @Test
    void whatIsAwaitedIsWrittenEvenIfItCameUpLast() {
        time.beginLetters();
        time.awaitLetters();
        time.beginLetters();
        var letter = ENGINE.getRuntimeService().startProcessInstanceByKey(SendLetterProcess.PROCESS);
        time.awaitLetters();
        assertThat(ENGINE.getRuntimeService().createProcessInstanceQuery().processInstanceId(letter.getId()).count()).isZero();
    }

    @Test
    void theEnginesOwnThreadsRestAndGoOn() {
        var executor = executor(true);
        var started = new EngineTime(provided(engineWith(executor)), provided(mock(LettersToTray.class)));
        started.pauseJobs();
        verify(executor).shutdown();
        started.resumeJobs();
        verify(executor).start();
    }

    @Test
    void threadsThatHadNotStartedStayAtRest() {
        var executor = executor(false);
        var notStarted = new EngineTime(provided(engineWith(executor)), provided(mock(LettersToTray.class)));
        notStarted.pauseJobs();
        notStarted.resumeJobs();
        verify(executor, never()).start();
    }

    private static JobExecutor executor(boolean active) {
        var executor = mock(JobExecutor.class);
        when(executor.isActive()).thenReturn(active);
        return executor;
    }

    private ProcessEngine engineWith(JobExecutor executor) {
        var configuration = mock(ProcessEngineConfigurationImpl.class);
        when(configuration.getJobExecutor()).thenReturn(executor);
        var other = mock(ProcessEngine.class);
        when(other.getProcessEngineConfiguration()).thenReturn(configuration);
        when(other.getManagementService()).thenReturn(ENGINE.getManagementService());
        return other;
    }

    private static BpmnModelInstance waits() {
        return Bpmn.createExecutableProcess("waits").startEvent().intermediateCatchEvent().timerWithDuration("P13D")
                .serviceTask("afterwards").camundaAsyncBefore().camundaExpression("${true}").endEvent().done();
    }

    private static BpmnModelInstance letter() {
        return Bpmn.createExecutableProcess(SendLetterProcess.PROCESS).startEvent()
                .serviceTask("write").camundaAsyncBefore().camundaExpression("${true}")
                .serviceTask("hand-over").camundaAsyncBefore().camundaExpression("${true}").endEvent().done();
    }

    private static BpmnModelInstance fails() {
        return Bpmn.createExecutableProcess("fails").startEvent().serviceTask().camundaAsyncBefore().camundaExpression("${nothing}").endEvent().done();
    }

    private static BpmnModelInstance daily() {
        return Bpmn.createExecutableProcess("daily").startEvent().timerWithCycle("0 0 6 * * ?").endEvent().done();
    }

    @SuppressWarnings("unchecked")
    private static <T> ObjectProvider<T> provided(T bean) {
        var provider = (ObjectProvider<T>) mock(ObjectProvider.class);
        when(provider.getObject()).thenReturn(bean);
        return provider;
    }
}
