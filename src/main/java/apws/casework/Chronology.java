package apws.casework;

import apws.calendar.SchoolCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
        jdbc.sql("""
                insert into chronology (case_reference, happened_on, step, what, written_at, written_by)
                values (:case, :on, :step, :what, :at, :by)""")
                .param("case", caseReference).param("on", happenedOn).param("step", step).param("what", what)
                .param("at", calendar.now().atOffset(ZoneOffset.UTC)).param("by", by).update();
    }

    /** In the order in which things happened. */
    @Transactional(readOnly = true)
    public List<ChronologyLine> of(String caseReference) {
        return jdbc.sql("""
                select id, case_reference, happened_on, step, what, written_at, written_by from chronology
                where case_reference = :case order by happened_on, id""")
                .param("case", caseReference).query(Chronology::line).list();
    }

    private static ChronologyLine line(ResultSet row, int number) throws SQLException {
        return new ChronologyLine(row.getLong("id"), row.getString("case_reference"), row.getObject("happened_on", LocalDate.class),
                row.getString("step"), row.getString("what"), row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"));
    }
}
