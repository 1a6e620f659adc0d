package apws.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import apws.OwnDatabase;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** The driver prints batch values: a pupil's name stands in no log, whatever fails. */
@Tag("application")
@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
class LogsWithoutValuesTest {

    private static final String NAME = "Zebediah-Quillfeather";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Test
    void what_a_database_could_not_store_stands_in_no_log(CapturedOutput output) throws Exception {
        for (var database : List.of(OwnDatabase.onH2(), OwnDatabase.onPostgres())) {
            try (database) {
                var jdbc = new JdbcTemplate(database.source());
                jdbc.execute("create table child (name varchar(30) unique, born date, school varchar(7))");
                jdbc.update("insert into child (name) values (?)", NAME);
                for (var thrown : List.of(
                        catchThrowable(() -> jdbc.batchUpdate("insert into child (name, school) values (?, ?)",
                                List.<Object[]>of(new Object[] {NAME + 1, "1"}, new Object[] {NAME, "2"}))),
                        catchThrowable(() -> jdbc.update("insert into child (name) values (?)", NAME)),
                        catchThrowable(() -> jdbc.update("insert into child (school) values (?)", NAME)),
                        catchThrowable(() -> jdbc.update("insert into child (born) values (cast(? as date))", NAME)))) {
                    assertThat(thrown).isNotNull();
                    var wrapped = new IllegalStateException("It failed: " + thrown.getMessage(), thrown);
                    LoggerFactory.getLogger("a test").error("Not stored: {}", thrown.getMessage(), wrapped);
                    LoggerFactory.getLogger("a test").warn("Not stored: {}", thrown.getMessage());
                }
            }
        }

        assertThat(output.getAll()).contains("Not stored: ", "(values left out)", "at apws.access.LogsWithoutValuesTest")
                .doesNotContain("Zebediah");
    }

    @Test
    void nor_what_a_failed_job_was_about(CapturedOutput output) {
        var process = Bpmn.createExecutableProcess("logs-test").camundaHistoryTimeToLiveString("P1D").startEvent()
                .intermediateCatchEvent("later").timerWithDate("2099-01-01T05:00:00")
                .endEvent("end").camundaInputParameter("unused", "${calendar.schoolDay()}").done();
        var deployed = repository.createDeployment().addModelInstance("logs-test.bpmn", process).deploy().getId();
        var tooLong = runtime.startProcessInstanceByKey("logs-test").getId();
        var job = management.createJobQuery().processInstanceId(tooLong).singleResult().getId();
        assertThat(catchThrowable(() -> runtime.setVariable(tooLong, "pupilName", NAME.repeat(400)))).isNotNull();
        var thrown = catchThrowable(() -> runtime.setVariable(tooLong, "pupilName", NAME.repeat(400)));
        LoggerFactory.getLogger("org.camunda.bpm.engine.jobexecutor").warn("ENGINE-14006 Exception while executing job {}: ", job, thrown);
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(configuration.getFailedJobCommandFactory().getCommand(job, thrown));
        assertThat(management.createJobQuery().jobId(job).singleResult().getExceptionMessage()).isNotBlank().doesNotContain("Zebediah");
        assertThat(management.getJobExceptionStacktrace(job)).contains("apws.access.LogsWithoutValuesTest").doesNotContain("Zebediah");
        repository.deleteDeployment(deployed, true);

        assertThat(output.getAll()).contains("ENGINE-14006").doesNotContain("Zebediah");
    }
}
