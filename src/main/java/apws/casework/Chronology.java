package apws.casework;

import apws.calendar.SchoolCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The case's story, written in the same transaction as what it tells of. Lines are added, never changed. */
@Component
@Transactional
public class Chronology {

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    Chronology(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Something that happened today. */
    public void write(String caseReference, String step, String what, String by) {
        write(caseReference, step, what, calendar.today(), by);
    }

    public void write(String caseReference, String step, String what, LocalDate happenedOn, String by) {
        write(caseReference, step, what, happenedOn, by, null, null);
    }

    /** What a person has recorded on a form. */
    public void writeOf(Entry entry, String what, LocalDate happenedOn) {
        write(entry.caseReference(), entry.step(), what, happenedOn, entry.madeBy(), entry.id(), null);
    }

    /** A letter on its usual way. */
    public void writeOfLetter(long letterId, String caseReference, String step, String what, String by) {
        write(caseReference, step, what, calendar.today(), by, null, letterId);
    }

    private void write(String caseReference, String step, String what, LocalDate happenedOn, String by, @Nullable Long entryId,
            @Nullable Long letterId) {
        jdbc.sql("""
                insert into chronology (case_reference, happened_on, step, what, written_at, written_by, entry_id, letter_id)
                values (:case, :on, :step, :what, :at, :by, :entry, :letter)""")
                .param("entry", entryId, Types.BIGINT).param("letter", letterId, Types.BIGINT)
                .param("case", caseReference).param("on", happenedOn).param("step", step).param("what", what)
                .param("at", calendar.now().atOffset(ZoneOffset.UTC)).param("by", by).update();
    }

    /** In the order in which things happened. */
    @Transactional(readOnly = true)
    public List<ChronologyLine> of(String caseReference) {
        return jdbc.sql("""
                select id, case_reference, happened_on, step, what, written_at, written_by, entry_id, letter_id from chronology
                where case_reference = :case order by happened_on, id""")
                .param("case", caseReference).query(Chronology::line).list();
    }

    /** Whether something of that step, or of one whose name begins so, stands in it. */
    @Transactional(readOnly = true)
    boolean hasCome(String caseReference, String step) {
        return jdbc.sql("select count(*) from chronology where case_reference = :case and step like :step")
                .param("case", caseReference).param("step", step + "%").query(Integer.class).single() > 0;
    }

    private static ChronologyLine line(ResultSet row, int number) throws SQLException {
        return new ChronologyLine(row.getLong("id"), row.getString("case_reference"), row.getObject("happened_on", LocalDate.class),
                row.getString("step"), row.getString("what"), row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"), row.getObject("entry_id", Long.class), row.getObject("letter_id", Long.class));
    }
}
