package apws.procedure.gate;

import apws.form.Form;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.form.CamundaFormRefImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.springframework.stereotype.Component;

/** The forms of tasks and start events as the engine has them deployed, each version read once. Works inside an engine command. */
@Component
class DeployedForms {

    private final Map<String, Deployed> byDefinition = new ConcurrentHashMap<>();

    /** @param version which of the form's versions it is */
    record Deployed(Form form, int version) {
    }

    Optional<Deployed> of(TaskEntity task, CommandContext engine) {
        task.initializeFormKey();
        return read(task.getCamundaFormRef(), task.getProcessDefinition().getDeploymentId(), engine);
    }

    Optional<Deployed> ofStart(ProcessDefinitionEntity process, CommandContext engine) {
        if (process.getStartFormHandler() == null) {
            return Optional.empty();
        }
        var start = engine.runWithoutAuthorization(new GetStartFormCmd(process.getId()));
        return read(start.getCamundaFormRef(), process.getDeploymentId(), engine);
    }

    /** Empty where that version is deployed no longer. */
    Optional<Form> ofVersion(String id, int version, CommandContext engine) {
        var known = byDefinition.values().stream().filter(one -> one.version() == version && one.form().id().equals(id)).findAny();
        if (known.isPresent()) {
            return known.map(Deployed::form);
        }
        var reference = new CamundaFormRefImpl(id, "version");
        reference.setVersion(version);
        return Optional.ofNullable(engine.runWithoutAuthorization(new GetCamundaFormDefinitionCmd(reference, null)))
                .map(definition -> read(definition, engine).form());
    }

    private Optional<Deployed> read(CamundaFormRef reference, String deploymentId, CommandContext engine) {
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

    private Deployed read(CamundaFormDefinition definition, CommandContext engine) {
        var resource = engine.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        var deployed = new Deployed(Form.read(resource.getBytes()), definition.getVersion());
        byDefinition.put(definition.getId(), deployed);
        return deployed;
    }
}
