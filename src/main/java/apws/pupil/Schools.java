package apws.pupil;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The authority's schools. */
@Component
@Transactional
public class Schools {

    private static final String COLUMNS = """
            code, name, address, telephone, email, hours, headteacher, attendance_lead, attendance_lead_post, independent, \
            switched_on_from""";

    /** By the columns' own names: the mapping that JdbcClient derives from the record costs an exception per column and row. */
    private static final RowMapper<School> SCHOOL = (row, number) -> new School(row.getString("code"), row.getString("name"),
            row.getString("address"), row.getString("telephone"), row.getString("email"), row.getString("hours"), row.getString("headteacher"),
            row.getString("attendance_lead"), row.getString("attendance_lead_post"), row.getBoolean("independent"),
            row.getObject("switched_on_from", LocalDate.class));

    private final JdbcClient jdbc;

    Schools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public School get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("There is no school " + code));
    }

    @Transactional(readOnly = true)
    public Optional<School> find(String code) {
        return jdbc.sql("select " + COLUMNS + " from school where code = :code").param("code", code).query(SCHOOL).optional();
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<School> all() {
        return jdbc.sql("select " + COLUMNS + " from school order by name").query(SCHOOL).list();
    }

    /** Adds the school, or brings it up to date; being switched on is not the file's to say, so that stays as it is. */
    public void save(School school) {
        jdbc.sql("""
                merge into school s using (select cast(:code as varchar) as code) n on s.code = n.code
                when matched then update set name = :name, address = :address, telephone = :telephone, email = :email, hours = :hours,
                    headteacher = :headteacher, attendance_lead = :lead, attendance_lead_post = :post, independent = :independent
                when not matched then insert (code, name, address, telephone, email, hours, headteacher, attendance_lead,
                    attendance_lead_post, independent)
                    values (:code, :name, :address, :telephone, :email, :hours, :headteacher, :lead, :post, :independent)""")
                .param("code", school.code()).param("name", school.name()).param("address", school.address())
                .param("telephone", school.telephone()).param("email", school.email()).param("hours", school.hours())
                .param("headteacher", school.headteacher()).param("lead", school.attendanceLead())
                .param("post", school.attendanceLeadPost()).param("independent", school.independent()).update();
    }

    public void switchOn(String code, LocalDate from) {
        switched(code, from);
    }

    public void switchOff(String code) {
        switched(code, null);
    }

    private void switched(String code, LocalDate from) {
        get(code);
        jdbc.sql("update school set switched_on_from = :from where code = :code").param("from", from).param("code", code).update();
    }
}
