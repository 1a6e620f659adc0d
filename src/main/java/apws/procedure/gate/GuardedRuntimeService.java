package apws.procedure.gate;

import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

/** The engine's runtime service behind the gate: a process that starts with a form starts no other way. All ways of starting one build on these two. */
class GuardedRuntimeService extends RuntimeServiceImpl {

    private final FormGate gate;

    GuardedRuntimeService(FormGate gate) {
        this.gate = gate;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
        refuseWithStartForm(definitions -> definitions.findDeployedProcessDefinitionById(processDefinitionId));
        return super.createProcessInstanceById(processDefinitionId);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
        refuseWithStartForm(definitions -> definitions.findDeployedLatestProcessDefinitionByKey(processDefinitionKey));
        return super.createProcessInstanceByKey(processDefinitionKey);
    }

    private void refuseWithStartForm(Function<DeploymentCache, ProcessDefinitionEntity> definition) {
        var startsWithForm = commandExecutor.execute(engine -> engine.runWithoutAuthorization(() -> {
            var process = definition.apply(engine.getProcessEngineConfiguration().getDeploymentCache());
            return gate.hasStartForm(process, engine) ? process.getKey() : null;
        }));
        if (startsWithForm != null) {
            // the engine's REST API answers 500 to any exception of the engine's own here
            throw new InvalidRequestException(Status.BAD_REQUEST, "%s starts with a form: send the form (submit-form)".formatted(startsWithForm));
        }
    }
}
