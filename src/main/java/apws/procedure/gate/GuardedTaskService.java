package apws.procedure.gate;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service behind the gate: no way to finish a task goes past its form. */
class GuardedTaskService extends TaskServiceImpl {

    private final FormGate gate;
    private final OpenTasks tasks;

    GuardedTaskService(FormGate gate, OpenTasks tasks) {
        this.gate = gate;
        this.tasks = tasks;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        GateKeeping.run(commandExecutor, engine -> {
            super.complete(taskId, gate.admit(tasks.toWorkOn(taskId, engine), variables, engine));
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return GateKeeping.run(commandExecutor, engine -> super.completeWithVariablesInReturn(taskId,
                gate.admit(tasks.toWorkOn(taskId, engine), variables, engine), deserializeValues));
    }

    /** A form sent in by somebody to whom a task was delegated would be recorded without the task being done. */
    @Override
    public void delegateTask(String taskId, String userId) {
        throw new BadUserRequestException("Tasks are not delegated here: assign it to the person who is to do it");
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        requireNone(variables);
        super.resolveTask(taskId);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode) {
        handleBpmnError(taskId, errorCode, null, null);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage) {
        handleBpmnError(taskId, errorCode, errorMessage, null);
    }

    @Override
    public void handleBpmnError(String taskId, String errorCode, String errorMessage, Map<String, Object> variables) {
        requireNone(variables);
        GateKeeping.caught("error", () -> super.handleBpmnError(taskId, errorCode, errorMessage, null));
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode) {
        handleEscalation(taskId, escalationCode, null);
    }

    @Override
    public void handleEscalation(String taskId, String escalationCode, Map<String, Object> variables) {
        requireNone(variables);
        GateKeeping.caught("escalation", () -> super.handleEscalation(taskId, escalationCode, null));
    }

    private static void requireNone(Map<String, Object> variables) {
        if (variables != null && !variables.isEmpty()) {
            throw new BadUserRequestException("Nothing can be sent along here (%s): complete the task with its form".formatted(
                    String.join(", ", variables.keySet())));
        }
    }
}
