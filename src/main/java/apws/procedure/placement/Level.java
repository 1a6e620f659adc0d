package apws.procedure.placement;

import java.util.Map;

/**
 * One process on the way from the journey down to where a case is to stand.
 *
 * @param process   its key
 * @param activity  the call activity that leads further down; on the lowest level the step itself
 * @param variables what an instance is given that is begun for this level; one that is running keeps its own
 */
record Level(String process, String activity, Map<String, Object> variables) {
}
