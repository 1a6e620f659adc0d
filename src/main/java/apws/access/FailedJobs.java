package apws.access;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/** Has a job that failed keep why, which Cockpit shows analysts too, without what a database says of values. */
public class FailedJobs implements FailedJobCommandFactory {

    private final FailedJobCommandFactory commands;

    /** @param commands what becomes of a job that failed */
    public FailedJobs(FailedJobCommandFactory commands) {
        this.commands = commands;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        return commands.getCommand(jobId, withoutValues(exception));
    }

    private static Throwable withoutValues(Throwable exception) {
        if (exception == null || exception instanceof OptimisticLockingException || !Values.areIn(exception)) {
            return exception;
        }
        var without = new ProcessEngineException(Values.leftOutOf(String.valueOf(exception.getMessage()), exception));
        without.setStackTrace(exception.getStackTrace());
        return without;
    }
}
