package apws.procedure.gate;

import apws.access.SignedIn;
import apws.calendar.SchoolCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person has typed into a form and not sent yet, kept on the server for that person alone: with the task until it ends, whoever ends it
 * (the database takes it away with the task's row), and with a process that is to be started for thirty days.
 */
@Component
class Drafts {

    static final Duration KEPT_BEFORE_A_START = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final RepositoryService diagrams;
    private final SignedIn signedIn;
    private final SchoolCalendar calendar;

    Drafts(JdbcClient jdbc, TaskService tasks, RepositoryService diagrams, SignedIn signedIn, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.diagrams = diagrams;
        this.signedIn = signedIn;
        this.calendar = calendar;
    }

    record Draft(String content, Instant keptAt) {
    }

    /** What a draft belongs to: a task, or a process that is to be started. */
    enum Of {
        TASK("draft", "task_id"), PROCESS("start_draft", "process");

        private final String table;
        private final String column;

        Of(String table, String column) {
            this.table = table;
            this.column = column;
        }
    }

    /** Whether whoever looks sees that task, or may start that process. */
    boolean isTheirs(Of of, String id) {
        return of == Of.TASK ? tasks.createTaskQuery().taskId(id).count() > 0
                : diagrams.createProcessDefinitionQuery().processDefinitionKey(id).latestVersion().startableInTasklist().count() > 0;
    }

    Optional<Draft> find(Of of, String id) {
        return jdbc.sql("select content, kept_at from %s where user_id = :user and %s = :id".formatted(of.table, of.column))
                .param("user", signedIn.userId()).param("id", id)
                .query((row, number) -> new Draft(row.getString("content"), row.getObject("kept_at", OffsetDateTime.class).toInstant())).optional();
    }

    /** @return empty where the task has ended meanwhile */
    Optional<Instant> keep(Of of, String id, String content) {
        var now = calendar.now();
        if (of == Of.PROCESS) {
            jdbc.sql("delete from start_draft where kept_at < :before").param("before", at(now.minus(KEPT_BEFORE_A_START))).update();
        }
        try {
            if (!update(of, id, content, now)) {
                jdbc.sql("insert into %s (user_id, %s, content, kept_at) values (:user, :id, :content, :at)".formatted(of.table, of.column))
                        .param("user", signedIn.userId()).param("id", id).param("content", content).param("at", at(now)).update();
            }
            return Optional.of(now);
        } catch (DataIntegrityViolationException keptOrEndedMeanwhile) {
            return update(of, id, content, now) ? Optional.of(now) : Optional.empty();
        }
    }

    private boolean update(Of of, String id, String content, Instant now) {
        return jdbc.sql("update %s set content = :content, kept_at = :at where user_id = :user and %s = :id".formatted(of.table, of.column))
                .param("content", content).param("at", at(now)).param("user", signedIn.userId()).param("id", id).update() == 1;
    }

    void discard(Of of, String id) {
        jdbc.sql("delete from %s where user_id = :user and %s = :id".formatted(of.table, of.column)).param("user", signedIn.userId()).param("id", id)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
