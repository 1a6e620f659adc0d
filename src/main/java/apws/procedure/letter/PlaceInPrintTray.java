package apws.procedure.letter;

import apws.procedure.ForDiagrams;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.springframework.stereotype.Component;

/** The letter waits here until it lies in the print tray, to which {@link LettersToTray} brings it beside the engine. */
@Component
@ForDiagrams
class PlaceInPrintTray extends AbstractBpmnActivityBehavior {

    private final LettersToTray toTray;

    PlaceInPrintTray(LettersToTray toTray) {
        this.toTray = toTray;
    }

    @Override
    public void execute(ActivityExecution step) {
        toTray.soon(step.getProcessInstanceId());
    }

    @Override
    public void signal(ActivityExecution step, String placed, Object nothing) {
        leave(step);
    }
}
