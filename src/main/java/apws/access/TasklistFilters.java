package apws.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists on the left of Tasklist, made by the application at each start, so that a change to one here reaches everybody. They hold
 * expressions that the engine evaluates, which is why nobody but an administrator can make others.
 *
 * <p>None of them says whose tasks it lists beyond its own question: whoever looks sees those that they may work on, and no other.
 */
@Component
class TasklistFilters {

    /** Marks a filter as ours, so that one that we make no longer can be told from one that an administrator made. */
    private static final String MADE_BY = "madeBy";
    private static final String US = "attendance-intervention";

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String START_OF_TODAY = "${dateTime().withTimeAtStartOfDay().toDate()}";
    private static final String LAST_MOMENT_OF_YESTERDAY = "${dateTime().withTimeAtStartOfDay().minusMillis(1).toDate()}";
    private static final String START_OF_NEXT_WEEK =
            "${dateTime().dayOfWeek().withMaximumValue().plusDays(1).withTimeAtStartOfDay().toDate()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final AccessSettings settings;

    TasklistFilters(FilterService filters, TaskService tasks, AccessSettings settings) {
        this.filters = filters;
        this.tasks = tasks;
        this.settings = settings;
    }

    /** Makes the filters that are missing, brings the others up to date and removes those of ours that are listed no longer. */
    void ensure() {
        var wanted = wanted();
        var ours = ours();
        for (var old : ours) {
            if (wanted.stream().noneMatch(list -> list.name().equals(old.getName()))) {
                filters.deleteFilter(old.getId());
            }
        }
        int priority = 0;
        for (var list : wanted) {
            priority += 10;
            var filter = ours.stream().filter(one -> one.getName().equals(list.name())).findAny().orElseGet(filters::newTaskFilter);
            filter.setName(list.name());
            filter.setQuery(list.query());
            filter.setProperties(properties(list, priority));
            filters.saveFilter(filter);
        }
    }

    /** Sight of every list. */
    List<Grant> forTheCouncil() {
        return ours().stream().map(TasklistFilters::sight).toList();
    }

    /** Sight of every list but those of stages in which schools have no task. */
    List<Grant> forSchools() {
        return ours().stream().filter(filter -> !settings.stages().contains(filter.getName())
                || settings.stagesOfSchools().contains(filter.getName())).map(TasklistFilters::sight).toList();
    }

    private List<TaskList> wanted() {
        var lists = new ArrayList<>(List.of(
                new TaskList("To do", "Mine, and those of my group that nobody has taken yet",
                        query().or().taskAssigneeExpression(ME).taskCandidateGroupInExpression(MY_GROUPS).endOr()),
                new TaskList("My tasks", "Tasks that are mine to do", query().taskAssigneeExpression(ME)),
                new TaskList("My group's tasks", "Tasks of my group that nobody has taken yet",
                        query().taskCandidateGroupInExpression(MY_GROUPS)),
                new TaskList("Overdue", "Tasks that were due before today", query().dueBeforeExpression(START_OF_TODAY)),
                new TaskList("Due this week", "Tasks due from today to Sunday",
                        query().dueAfterExpression(LAST_MOMENT_OF_YESTERDAY).dueBeforeExpression(START_OF_NEXT_WEEK))));
        settings.stages().forEach(stage -> lists.add(
                new TaskList(stage, "Tasks of cases in " + stage, query().processVariableValueEquals("stage", stage))));
        return lists;
    }

    private TaskQuery query() {
        return tasks.createTaskQuery();
    }

    private List<Filter> ours() {
        return filters.createTaskFilterQuery().list().stream().filter(filter -> US.equals(filter.getProperties().get(MADE_BY))).toList();
    }

    private static Grant sight(Filter filter) {
        return Grant.of(Resources.FILTER, filter.getId(), Permissions.READ);
    }

    /** In the words of Tasklist. */
    private static Map<String, Object> properties(TaskList list, int priority) {
        var properties = new HashMap<String, Object>();
        properties.put("description", list.description());
        properties.put("priority", priority);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("variables", List.of(card(TaskCards.PUPIL, "Pupil"), card(TaskCards.PARENT, "Parent"), card(TaskCards.SCHOOL, "School"),
                card(TaskCards.CASE, "Case")));
        properties.put(MADE_BY, US);
        return properties;
    }

    private static Map<String, String> card(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }

    private record TaskList(String name, String description, TaskQuery query) {
    }
}
