package apws.procedure.engine;

import apws.access.FailedJobs;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.stereotype.Component;

/** What this application asks of the engine beyond the starter's own properties. */
@Component
class EngineSettings extends AbstractCamundaConfiguration {

    /** Six years: a prosecution, its appeal, and the three years that earlier penalty notices count for. */
    private static final String HISTORY_TIME_TO_LIVE = "P2190D";

    /** The tables are Flyway's to make, so the engine waits for it. */
    EngineSettings(FlywayMigrationInitializer tables) {
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryTimeToLive(HISTORY_TIME_TO_LIVE);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);

        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setJobExecutorAcquireExclusiveOverProcessHierarchies(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT30M,PT2H,PT8H");

        // a person works on a task without changing whatever else the case holds
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnforceSpecificVariablePermission(true);
    }

    /** What becomes of a job that failed, and what is kept of why. After the starter, which has one of its own for this. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(new FailedJobs(TellOfFailure::new));
    }
}
