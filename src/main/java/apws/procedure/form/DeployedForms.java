package apws.procedure.form;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.stereotype.Component;

/** The forms of tasks and start events as the engine has them deployed, each version read once. Works inside an engine command. */
@Component
class DeployedForms {

    private final Map<String, Form> byDefinition = new ConcurrentHashMap<>();

    Optional<Form> of(TaskEntity task, CommandContext engine) {
        task.initializeFormKey();
        return read(task.getCamundaFormRef(), task.getProcessDefinition().getDeploymentId(), engine);
    }

    Optional<Form> ofStart(ProcessDefinitionEntity process, CommandContext engine) {
        if (process.getStartFormHandler() == null) {
            return Optional.empty();
        }
        var start = engine.runWithoutAuthorization(new GetStartFormCmd(process.getId()));
        return read(start.getCamundaFormRef(), process.getDeploymentId(), engine);
    }

    private Optional<Form> read(CamundaFormRef reference, String deploymentId, CommandContext engine) {
        if (reference == null || reference.getKey() == null) {
            return Optional.empty();
        }
        var definition = engine.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, deploymentId));
        if (definition == null) {
            throw new ProcessEngineException("The form '%s' is not deployed".formatted(reference.getKey()));
        }
        var known = byDefinition.get(definition.getId());
        return Optional.of(known != null ? known : read(definition, engine));
    }

    private Form read(CamundaFormDefinition definition, CommandContext engine) {
        var resource = engine.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        var form = Form.read(resource.getBytes());
        byDefinition.put(definition.getId(), form);
        return form;
    }
}
