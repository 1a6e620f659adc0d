package apws.procedure.gate;

import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service behind the gate: what forms show when they are opened, and what happens to them when they are sent in. */
class GuardedFormService extends FormServiceImpl {

    private final FormGate gate;
    private final OpenTasks tasks;

    GuardedFormService(FormGate gate, OpenTasks tasks) {
        this.gate = gate;
        this.tasks = tasks;
    }

    @Override
    public VariableMap getTaskFormVariables(String taskId, Collection<String> wanted, boolean deserializeValues) {
        return commandExecutor.execute(engine -> {
            gate.requireCasework();
            var variables = super.getTaskFormVariables(taskId, wanted, deserializeValues);
            gate.show(engine.getTaskManager().findTaskById(taskId), variables, wanted, engine);
            return variables;
        });
    }

    @Override
    public VariableMap getStartFormVariables(String processDefinitionId, Collection<String> wanted, boolean deserializeValues) {
        return commandExecutor.execute(engine -> {
            var process = toStart(processDefinitionId, engine);
            var variables = super.getStartFormVariables(processDefinitionId, wanted, deserializeValues);
            gate.showStart(process, variables, wanted, engine);
            return variables;
        });
    }

    @Override
    public StartFormData getStartFormData(String processDefinitionId) {
        return startable(processDefinitionId, super::getStartFormData);
    }

    @Override
    public Object getRenderedStartForm(String processDefinitionId) {
        return startable(processDefinitionId, super::getRenderedStartForm);
    }

    @Override
    public Object getRenderedStartForm(String processDefinitionId, String formEngine) {
        return startable(processDefinitionId, id -> super.getRenderedStartForm(id, formEngine));
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return startable(processDefinitionId, super::getDeployedStartForm);
    }

    private <T> T startable(String processDefinitionId, Function<String, T> form) {
        return commandExecutor.execute(engine -> {
            toStart(processDefinitionId, engine);
            return form.apply(processDefinitionId);
        });
    }

    /** The process, if the caller may start it: a start form, what it shows and what it offers to choose from are for nobody else. */
    private static ProcessDefinitionEntity toStart(String processDefinitionId, CommandContext engine) {
        var configuration = engine.getProcessEngineConfiguration();
        var process = configuration.getDeploymentCache().findDeployedProcessDefinitionById(processDefinitionId);
        configuration.getCommandCheckers().forEach(checker -> checker.checkCreateProcessInstance(process));
        return process;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        GateKeeping.run(commandExecutor, engine -> {
            super.submitTaskForm(taskId, gate.admit(tasks.toWorkOn(taskId, engine), properties, engine));
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return GateKeeping.run(commandExecutor, engine -> super.submitTaskFormWithVariablesInReturn(taskId,
                gate.admit(tasks.toWorkOn(taskId, engine), properties, engine), deserializeValues));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return GateKeeping.run(commandExecutor, engine -> {
            var process = toStart(processDefinitionId, engine);
            var start = gate.admitStart(process, businessKey, properties, engine);
            return super.submitStartForm(processDefinitionId, start.businessKey(), start.variables());
        });
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, null, new LinkedHashMap<>(properties));
    }

    @Override
    public ProcessInstance submitStartFormData(String processDefinitionId, String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, businessKey, new LinkedHashMap<>(properties));
    }
}
