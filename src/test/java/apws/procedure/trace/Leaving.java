package apws.procedure.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.TaskQuery;

/** Somebody says who has left: the diagram who-left. */
record Leaving(Town town, Person by) {

    /** The link of one of the child's parents ends, started by hand. */
    void ofParent(Child child, int parent, String lastDay) {
        begins(child);
        says(tasks(), rows(child, "parent %d of %d".formatted(child.parents().get(parent).id(), child.id()), Map.of("decision", "left",
                "lastDay", lastDay, "reason", "Moved out, the mother says")));
    }

    void begins(Child child) {
        by.starts("who-left", Map.of("upn", child.pupil().upn()));
    }

    /** All rows of the form; of the one named so this is said. */
    static List<Object> rows(Child child, String who, Map<String, Object> said) {
        var rows = new ArrayList<Object>();
        rows.add(row("pupil " + child.id(), who, said));
        child.parents().forEach(parent -> rows.add(row("parent %d of %d".formatted(parent.id(), child.id()), who, said)));
        return rows;
    }

    private static Map<String, Object> row(String key, String who, Map<String, Object> said) {
        return key.equals(who) ? Filled.blank().with("who", key).withAll(said) : Map.of("who", key);
    }

    void says(TaskQuery among, List<Object> rows) {
        by.completes(among, "say-who-left", Map.of("whoMayHaveLeft", rows));
    }

    TaskQuery tasks() {
        return town.engine().getTaskService().createTaskQuery().taskAssignee(by.id());
    }
}
