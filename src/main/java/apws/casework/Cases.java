package apws.casework;

import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases: at most one open per pupil, which the database guarantees. */
@Component
@Transactional
public class Cases {

    private static final String COLUMNS = "reference, pupil_id, school_code, opened_on, opened_by, closed_on, closed_because";

    private static final RowMapper<Case> CASE = (row, number) -> new Case(row.getString("reference"), row.getLong("pupil_id"),
            row.getString("school_code"), row.getObject("opened_on", LocalDate.class), row.getString("opened_by"),
            row.getObject("closed_on", LocalDate.class), row.getString("closed_because"));

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    Cases(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** @throws CaseAlreadyOpen when the pupil has one; the transaction can then only be rolled back */
    public Case open(long pupilId, String schoolCode, String by) {
        var today = calendar.today();
        var number = jdbc.sql("select nextval('case_number')").query(Long.class).single();
        var opened = new Case("AI-%d-%05d".formatted(today.getYear(), number), pupilId, schoolCode, today, by, null, null);
        try {
            jdbc.sql("""
                    insert into attendance_case (reference, pupil_id, open_pupil_id, school_code, opened_on, opened_by)
                    values (:reference, :pupil, :pupil, :school, :on, :by)""")
                    .param("reference", opened.reference()).param("pupil", pupilId).param("school", schoolCode)
                    .param("on", today).param("by", by).update();
        } catch (DuplicateKeyException alreadyOpen) {
            throw new CaseAlreadyOpen(pupilId);
        }
        return opened;
    }

    @Transactional(readOnly = true)
    public Case get(String reference) {
        return find(reference).orElseThrow(() -> new IllegalArgumentException("There is no case " + reference));
    }

    @Transactional(readOnly = true)
    public Optional<Case> find(String reference) {
        return jdbc.sql("select " + COLUMNS + " from attendance_case where reference = :reference")
                .param("reference", reference).query(CASE).optional();
    }

    @Transactional(readOnly = true)
    public Optional<Case> openCaseOf(long pupilId) {
        return jdbc.sql("select " + COLUMNS + " from attendance_case where open_pupil_id = :pupil")
                .param("pupil", pupilId).query(CASE).optional();
    }

    /** The pupil's cases, the newest first. */
    @Transactional(readOnly = true)
    public List<Case> ofPupil(long pupilId) {
        return jdbc.sql("select " + COLUMNS + " from attendance_case where pupil_id = :pupil order by opened_on desc, reference desc")
                .param("pupil", pupilId).query(CASE).list();
    }

    /** The same of several pupils, by their ids, asked for at once; a pupil who never had a case is not among them. */
    @Transactional(readOnly = true)
    public Map<Long, List<Case>> ofEach(Collection<Long> pupilIds) {
        return pupilIds.isEmpty() ? Map.of() : jdbc.sql("select " + COLUMNS + " from attendance_case where pupil_id in (:pupils) order by opened_on desc, reference desc")
                .param("pupils", pupilIds).query(CASE).list().stream().collect(Collectors.groupingBy(Case::pupilId));
    }

    /** Those whose reference ends in that number, of whichever year, the newest first. */
    @Transactional(readOnly = true)
    public List<Case> numbered(String digits) {
        return jdbc.sql("select " + COLUMNS + " from attendance_case where reference like :end order by opened_on desc, reference desc")
                .param("end", "AI-____-" + "0".repeat(Math.max(0, 5 - digits.length())) + digits).query(CASE).list();
    }

    /** The open cases of a school. */
    @Transactional(readOnly = true)
    public List<Case> openOfSchool(String schoolCode) {
        return jdbc.sql("select " + COLUMNS + " from attendance_case where school_code = :school and open_pupil_id is not null order by reference")
                .param("school", schoolCode).query(CASE).list();
    }

    @Transactional(readOnly = true)
    public Set<Long> pupilsWithOpenCase() {
        return jdbc.sql("select open_pupil_id from attendance_case where open_pupil_id is not null").query(Long.class).set();
    }

    /** The pupil has gone to another school, and takes the case along. */
    public void moveTo(String reference, String schoolCode) {
        jdbc.sql("update attendance_case set school_code = :school where reference = :reference")
                .param("school", schoolCode).param("reference", reference).update();
    }

    /** Closing a closed case changes nothing: its first reason stays. */
    public void close(String reference, String because) {
        jdbc.sql("""
                update attendance_case set open_pupil_id = null, closed_on = :on, closed_because = :because
                where reference = :reference and closed_on is null""")
                .param("on", calendar.today()).param("because", because).param("reference", reference).update();
    }
}
