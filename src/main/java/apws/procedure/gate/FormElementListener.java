package apws.procedure.gate;

import static org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil.parseCamundaExtensionProperties;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Keeps with each user task and start event what the diagram says about its form. */
class FormElementListener extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element task, ScopeImpl scope, ActivityImpl activity) {
        FormElement.read(activity.getId(), parseCamundaExtensionProperties(task), activity);
    }

    @Override
    public void parseStartEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
        FormElement.read(activity.getId(), parseCamundaExtensionProperties(event), activity);
    }
}
