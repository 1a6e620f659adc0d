package apws.procedure.engine;

import java.util.Objects;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandling;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a step that failed by itself: the engine tries it again, spaced over a day, and would tell nobody before the last of those
 * tries. Here it is an incident from the first failure on, with the words of the latest, and is gone with the try that succeeds.
 */
class TellOfFailure extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1L;

    TellOfFailure(String jobId, Throwable failure) {
        super(jobId, failure);
    }

    @Override
    public @Nullable Object execute(CommandContext engine) {
        super.execute(engine);
        var job = getJob();
        // two at the same thing at once are no failure: the second is tried again, and loses no try
        if (job != null && job.getRetries() > 0 && shouldDecrementRetriesFor(exception)) {
            tell(job);
        }
        return null;
    }

    private static void tell(JobEntity job) {
        var told = Context.getCommandContext().getIncidentManager()
                .findIncidentByConfigurationAndIncidentType(job.getId(), Incident.FAILED_JOB_HANDLER_TYPE);
        if (told.stream().anyMatch(incident -> Objects.equals(incident.getIncidentMessage(), job.getExceptionMessage()))) {
            return;
        }
        if (!told.isEmpty()) {
            IncidentHandling.removeIncidents(Incident.FAILED_JOB_HANDLER_TYPE, of(job), true);
        }
        IncidentHandling.createIncident(Incident.FAILED_JOB_HANDLER_TYPE, of(job), job.getExceptionMessage());
    }

    private static IncidentContext of(JobEntity job) {
        var of = new IncidentContext();
        of.setProcessDefinitionId(job.getProcessDefinitionId());
        of.setExecutionId(job.getExecutionId());
        of.setActivityId(job.getActivityId());
        of.setFailedActivityId(job.getFailedActivityId());
        of.setJobDefinitionId(job.getJobDefinitionId());
        of.setTenantId(job.getTenantId());
        of.setConfiguration(job.getId());
        of.setHistoryConfiguration(job.getLastFailureLogId());
        return of;
    }
}
