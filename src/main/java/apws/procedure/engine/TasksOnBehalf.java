package apws.procedure.engine;

import apws.calendar.MovableClock;
import apws.procedure.names.CaseVariables;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Does people's tasks for them without a browser: as that user, with that user's permissions and no others, past the same gate for what
 * is filled in.
 */
@Component
public class TasksOnBehalf {

    /**
     * @param task          its id in the diagram, such as {@code agree-plan}
     * @param form          the id of its form
     * @param caseReference null for a task that is no case's, such as a school's list
     * @param pupilId       whom it is about; null for a task about nobody in particular
     * @param schoolCode    of the case, the pupil or the list; null for a task of none of them
     * @param assignee      null while nobody has it
     * @param cameUpOn      the day on which it came up
     * @param begunOn       that day, or the day on which it is to be looked at if that is later
     */
    public record OpenTask(String id, String task, String form, @Nullable String caseReference, @Nullable Long pupilId, @Nullable String schoolCode,
                           @Nullable String assignee, LocalDate cameUpOn, LocalDate begunOn) {
    }

    private final TaskService tasks;
    private final FormService forms;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final ObjectMapper json;

    TasksOnBehalf(TaskService tasks, FormService forms, RuntimeService runtime, RepositoryService repository, IdentityService identity,
              ObjectMapper json) {
        this.tasks = tasks;
        this.forms = forms;
        this.runtime = runtime;
        this.repository = repository;
        this.identity = identity;
        this.json = json;
    }

    /** Everyone's open tasks, the oldest first. Nobody's permissions are asked: whoever does one of them needs their own. */
    public List<OpenTask> open() {
        var open = tasks.createTaskQuery().active().initializeFormKeys().orderByTaskCreateTime().asc().orderByTaskId().asc().list();
        var instances = open.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        var references = values(CaseVariables.CASE_REFERENCE, instances);
        var pupils = values(CaseVariables.PUPIL_ID, instances);
        var schools = values(CaseVariables.SCHOOL_CODE, instances);
        return open.stream().map(task -> new OpenTask(task.getId(), task.getTaskDefinitionKey(), task.getCamundaFormRef().getKey(),
                (String) references.get(task.getProcessInstanceId()), (Long) pupils.get(task.getProcessInstanceId()),
                (String) schools.get(task.getProcessInstanceId()), task.getAssignee(), day(task.getCreateTime()),
                day(task.getFollowUpDate() == null ? task.getCreateTime() : task.getFollowUpDate()))).toList();
    }

    private Map<String, Object> values(String variable, String... instances) {
        if (instances.length == 0) {
            return Map.of();
        }
        return runtime.createVariableInstanceQuery().processInstanceIdIn(instances).variableName(variable).list().stream()
                .filter(value -> value.getValue() != null)
                .collect(Collectors.toMap(VariableInstance::getProcessInstanceId, VariableInstance::getValue, (one, same) -> one));
    }

    /** What the task's form shows this user: every field and fact by its name. */
    public JsonNode shown(String userId, String taskId) {
        return as(userId, () -> plain(forms.getTaskFormVariables(taskId)));
    }

    /** Sends the task's form in as this user. Refused as it would be in Tasklist, with the field and the reason. */
    public void complete(String userId, String taskId, Map<String, Object> answers) {
        as(userId, () -> {
            forms.submitTaskForm(taskId, answers);
            return null;
        });
    }

    /** Starts what people start by hand, such as {@code withdraw-case}, with its form filled in. */
    public void start(String userId, String process, Map<String, Object> answers) {
        var newest = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
        as(userId, () -> forms.submitStartForm(newest.getId(), answers));
    }

    private <T> T as(String userId, Supplier<T> work) {
        var groups = identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(userId, null, AuthorityUtils.createAuthorityList(groups)));
        SecurityContextHolder.setContext(context);
        identity.setAuthentication(userId, groups);
        try {
            return work.get();
        } finally {
            identity.clearAuthentication();
            SecurityContextHolder.setContext(before);
        }
    }

    private static LocalDate day(Date at) {
        return LocalDate.ofInstant(at.toInstant(), MovableClock.LONDON);
    }

    private ObjectNode plain(VariableMap shown) {
        var plain = json.createObjectNode();
        shown.forEach((name, value) -> plain.set(name, plain(value)));
        return plain;
    }

    private JsonNode plain(Object value) {
        try {
            return value instanceof SpinJsonNode node ? json.readTree(node.toString()) : json.valueToTree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a form shows is not readable as JSON", e);
        }
    }
}
