package apws.access;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Writes on each task the few words that its card in Tasklist shows. A card shows only variables that the viewer may read, and those of
 * the case nobody may read by right of having one task of it; those of the task itself, whoever is asked to do it.
 */
class TaskCards extends AbstractBpmnParseListener implements TaskListener {

    static final String CASE = "caseReference";
    static final String PUPIL = "pupilName";
    static final String SCHOOL = "schoolName";

    /** Only where a task is about one of the parents. */
    static final String PARENT = "parentName";

    static final List<String> SHOWN = List.of(CASE, PUPIL, SCHOOL, PARENT);

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this);
    }

    @Override
    public void notify(DelegateTask task) {
        for (var name : SHOWN) {
            var value = task.getVariable(name);
            if (value != null) {
                task.setVariableLocal(name, value);
            }
        }
    }
}
