package apws.procedure.gate;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Puts the gate in front of the engine's own services. */
@Component
class GateSettings extends AbstractCamundaConfiguration {

    private final FormGate gate;
    private final OpenTasks tasks;

    GateSettings(FormGate gate, OpenTasks tasks) {
        this.gate = gate;
        this.tasks = tasks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTaskService(new GuardedTaskService(gate, tasks));
        engine.setFormService(new GuardedFormService(gate, tasks));
        engine.setRuntimeService(new GuardedRuntimeService(gate));

        var listeners = engine.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<BpmnParseListener>() : engine.getCustomPreBPMNParseListeners();
        listeners.add(new FormElementListener());
        engine.setCustomPreBPMNParseListeners(listeners);
    }
}
