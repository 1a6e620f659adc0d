package apws.casework;

import apws.calendar.SchoolCalendar;
import apws.form.FieldsRead;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The forms as people filled them in. What they said is never changed: a correction is an entry of its own. Only the numbers by which
 * parents are named follow where two turn out to be one person.
 */
@Component
@Transactional
public class Entries {

    private static final String SELECT = "select id, case_reference, form, form_version, step, content, made_at, made_by from entry ";

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;
    private final ObjectMapper json;

    Entries(JdbcClient jdbc, SchoolCalendar calendar, ObjectMapper json) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.json = json;
    }

    public Entry record(String caseReference, String form, String step, JsonNode data, String by) {
        return record(caseReference, form, null, step, data, by);
    }

    /** @param formVersion the version of the form that was filled in; null where none was */
    public Entry record(String caseReference, String form, Integer formVersion, String step, JsonNode data, String by) {
        var at = calendar.now();
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into entry (case_reference, form, form_version, step, content, made_at, made_by)
                values (:case, :form, :version, :step, :content, :at, :by)""")
                .param("case", caseReference).param("form", form).param("version", formVersion, Types.INTEGER).param("step", step).param("content", data.toString())
                .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).update(key, "id");
        return new Entry(key.getKeyAs(Long.class), caseReference, form, formVersion, step, data, at, by);
    }

    /** What the record says of this last. Never asked for what somebody has just sent, which another may have sent in the same instant. */
    @Transactional(readOnly = true)
    public Optional<Entry> newest(String caseReference, String form) {
        return jdbc.sql(SELECT + "where case_reference = :case and form = :form order by id desc limit 1")
                .param("case", caseReference).param("form", form).query(this::entry).optional();
    }

    /** @param answers the record of one form, or of several, see {@link apws.form.OnForm} */
    @Transactional(readOnly = true)
    public Optional<Entry> newest(String caseReference, Class<? extends Record> answers) {
        return jdbc.sql(SELECT + "where case_reference = :case and form in (:forms) order by id desc limit 1")
                .param("case", caseReference).param("forms", FieldsRead.forms(answers)).query(this::entry).optional();
    }

    /** The last whose answers are about what is asked for, such as one parent. */
    @Transactional(readOnly = true)
    public <T extends Record> Optional<Entry> newest(String caseReference, Class<T> answers, Predicate<T> about) {
        return of(caseReference).stream().filter(entry -> entry.isOn(answers) && about.test(entry.as(answers))).reduce((earlier, later) -> later);
    }

    /** Whether there is one of that step, or of one whose name begins so. */
    @Transactional(readOnly = true)
    boolean hasCome(String caseReference, String step) {
        return jdbc.sql("select count(*) from entry where case_reference = :case and step like :step")
                .param("case", caseReference).param("step", step + "%").query(Integer.class).single() > 0;
    }

    @Transactional(readOnly = true)
    public Entry get(long id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::entry).optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no entry " + id));
    }

    /** All of the case, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Entry> of(String caseReference) {
        return jdbc.sql(SELECT + "where case_reference = :case order by id").param("case", caseReference).query(this::entry).list();
    }

    /** Wherever these cases' forms name the other, they name the one; a plan of the other is the one's. */
    public void areOnePerson(Collection<String> caseReferences, long one, long other) {
        jdbc.sql("update plan set parent_id = :one where parent_id = :other").param("one", one).param("other", other).update();
        caseReferences.stream().flatMap(reference -> of(reference).stream()).filter(entry -> PeopleInForms.replace(entry.data(), other, one))
                .forEach(entry -> jdbc.sql("update entry set content = :content where id = :id").param("content", entry.data().toString())
                        .param("id", entry.id()).update());
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        try {
            return new Entry(row.getLong("id"), row.getString("case_reference"), row.getString("form"),
                    row.getObject("form_version", Integer.class), row.getString("step"),
                    json.readTree(row.getString("content")), row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("made_by"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Entry %d is not readable".formatted(row.getLong("id")), e);
        }
    }
}
