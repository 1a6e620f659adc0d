package apws.procedure.gate;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * What a diagram says about the form of a user task or a start event, in the element's extension properties.
 *
 * @param step  the step of the procedure that its entries belong to, or an expression that gives it where a process serves several; the
 *              element's id where the diagram names none
 * @param shows the names of the {@link FormFacts} beans whose facts the form shows
 */
record FormElement(String step, List<String> shows) {

    private static final String PROPERTY = "apws:form";

    static void read(String id, Map<String, String> extensionProperties, ActivityImpl element) {
        var properties = extensionProperties == null ? Map.<String, String>of() : extensionProperties;
        var shows = properties.getOrDefault("shows", "").strip();
        element.setProperty(PROPERTY, new FormElement(properties.getOrDefault("step", id), shows.isEmpty() ? List.of() : List.of(shows.split("\\s+"))));
    }

    /** The step, as this task's case gives it. */
    String stepOf(TaskEntity task, CommandContext engine) {
        return engine.getProcessEngineConfiguration().getExpressionManager().createExpression(step).getValue(task).toString();
    }

    static FormElement of(ActivityImpl element) {
        var read = (FormElement) element.getProperty(PROPERTY);
        return read == null ? new FormElement(element.getId(), List.of()) : read;
    }
}
