package apws.demo;

import java.util.Map;
import java.util.Optional;

/** How somebody fills in forms. */
interface Persona {

    /**
     * @param task its id in the diagram
     * @return the form filled in; empty for a task that this persona leaves alone
     */
    Optional<Map<String, Object>> answers(String task, Situation situation);
}
