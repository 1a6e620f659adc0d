package apws.procedure;

import java.util.List;
import org.springframework.stereotype.Component;

/** Groups as diagrams offer tasks to them. */
@Component("taskGroups")
@ForDiagrams
public class TaskGroups {

    /** @param group none where the task has an assignee of its own instead: then it is offered to nobody */
    public List<String> orNobody(String group) {
        return group == null || group.isEmpty() ? List.of() : List.of(group);
    }
}
