package apws.procedure.casework;

import apws.access.Roles;
import apws.access.WithoutPermissionChecks;
import apws.calendar.MovableClock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which tasks of a case are open, and which dates it waits for, in all its processes; told in the words of the diagrams. */
@Component
public class WhereItStands {

    /** A diagram says at each element which step of the procedure it is. */
    private static final Pattern STEP = Pattern.compile("^(S\\d-\\d\\d|Settlement \\d+|Mark dispute|Contact)");
    private static final Map<String, String> GROUPS = Map.of(
            Roles.APWS_OFFICE, "the APWS office",
            Roles.PANEL_CHAIR, "the panel's chair",
            Roles.SERVICE_MANAGER, "the service manager",
            Roles.LEGAL, "Legal Services");

    private final TaskService tasks;
    private final RepositoryService diagrams;
    private final JdbcClient jdbc;
    private final WithoutPermissionChecks unchecked;

    WhereItStands(TaskService tasks, RepositoryService diagrams, JdbcClient jdbc, WithoutPermissionChecks unchecked) {
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.jdbc = jdbc;
        this.unchecked = unchecked;
    }

    /**
     * @param step     of the procedure; null where the diagram leaves it to whoever calls it
     * @param due      null for a task without a date
     * @param assignee a user's id; null while it is a group's
     * @param group    whose task it is, in words; "" where it is one person's
     */
    public record OpenTask(String id, String name, @Nullable String step, @Nullable LocalDate due, @Nullable String assignee, String group) {
    }

    /** What happens by itself on a day, such as the end of a period. */
    public record Ahead(String name, @Nullable String step, LocalDate on) {
    }

    /** The open tasks, the one due first first. */
    public List<OpenTask> tasks(String caseReference) {
        var found = new AtomicReference<>(List.<Task>of());
        unchecked.run(() -> found.set(tasks.createTaskQuery().processInstanceBusinessKey(caseReference).active().orderByDueDate().asc().list()));
        return found.get().stream().map(this::open).toList();
    }

    /** The days that the case waits for, the next first. */
    public List<Ahead> ahead(String caseReference) {
        var ahead = new ArrayList<Ahead>();
        jdbc.sql("""
                select j.DUEDATE_ as due, d.ACT_ID_ as element, d.PROC_DEF_ID_ as diagram
                from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_ join ACT_RU_EXECUTION p on p.ID_ = j.PROCESS_INSTANCE_ID_
                where p.BUSINESS_KEY_ = :case and j.TYPE_ = 'timer' and j.DUEDATE_ is not null""").param("case", caseReference)
                .query(row -> {
                    var element = element(row.getString("diagram"), row.getString("element"));
                    if (element != null && element.getName() != null) {
                        ahead.add(new Ahead(element.getName(), step(element), row.getObject("due", LocalDateTime.class).toLocalDate()));
                    }
                });
        ahead.sort(Comparator.comparing(Ahead::on));
        return ahead;
    }

    /** The case that the task belongs to, whoever asks: what they may read of it is told by its record. */
    public Optional<String> caseOfTask(String taskId) {
        return businessKey("select p.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_ where t.ID_ = :id", taskId);
    }

    /** The case of a task that this person has completed. */
    public Optional<String> caseOfTaskDoneBy(String userId, String taskId) {
        return jdbc.sql("""
                select p.BUSINESS_KEY_ from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_
                where t.ID_ = :id and t.ASSIGNEE_ = :user and t.END_TIME_ is not null""").param("id", taskId).param("user", userId)
                .query((row, number) -> Optional.ofNullable(row.getString(1))).optional().flatMap(key -> key);
    }

    /** Of the open tasks of the case, the one due first that this person has or can take. */
    public Optional<OpenTask> nextOf(String userId, String caseReference) {
        var found = new AtomicReference<>(List.<Task>of());
        unchecked.run(() -> found.set(tasks.createTaskQuery().processInstanceBusinessKey(caseReference).active()
                .or().taskAssignee(userId).taskCandidateUser(userId).endOr().orderByDueDate().asc().list()));
        return found.get().stream().findFirst().map(this::open);
    }

    /** The same of a running process. */
    public Optional<String> caseOfProcess(String processInstanceId) {
        return businessKey("select p.BUSINESS_KEY_ from ACT_RU_EXECUTION p where p.ID_ = :id", processInstanceId);
    }

    private Optional<String> businessKey(String sql, String id) {
        return jdbc.sql(sql).param("id", id).query((row, number) -> Optional.ofNullable(row.getString(1))).optional().flatMap(key -> key);
    }

    private OpenTask open(Task task) {
        var element = element(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        var group = element instanceof UserTask of && task.getAssignee() == null ? group(of.getCamundaCandidateGroups()) : "";
        return new OpenTask(task.getId(), task.getName(), element == null ? null : step(element), day(task.getDueDate()), task.getAssignee(), group);
    }

    /** The first of them, where a task is offered to several; a group that is worked out is the school's. */
    private static String group(@Nullable String groups) {
        return groups == null ? "" : groups.startsWith("$") || groups.startsWith("#") ? "the school"
                : GROUPS.getOrDefault(groups.split(",")[0].strip(), groups);
    }

    private @Nullable FlowElement element(String diagram, String id) {
        return diagrams.getBpmnModelInstance(diagram).getModelElementById(id) instanceof FlowElement element ? element : null;
    }

    private static @Nullable String step(FlowElement element) {
        var said = element.getDocumentations().stream().findFirst().map(text -> STEP.matcher(text.getTextContent().strip()));
        return said.filter(Matcher::find).map(matcher -> matcher.group(1)).orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : LocalDate.ofInstant(date.toInstant(), MovableClock.LONDON);
    }
}
