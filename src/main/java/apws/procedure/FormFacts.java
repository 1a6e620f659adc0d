package apws.procedure;

import java.util.Map;

/**
 * What a form shows beyond the variables of its process: worked out when the form is opened and again when it is sent in, never stored.
 * A user task names the beans it needs, by their names, in its extension property {@code shows}.
 */
public interface FormFacts {

    /**
     * @param variables the process variables that the task sees
     * @return what the form may show, by name: texts, numbers, booleans, lists of maps. A text that holds what people once typed holds no
     *     markup of its own, so that a form can show it as it stands
     */
    Map<String, Object> facts(Map<String, Object> variables);
}
