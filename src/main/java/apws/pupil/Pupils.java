package apws.pupil;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pupils of all schools. */
@Component
@Transactional
public class Pupils {

    private static final String COLUMNS = """
            p.id, p.upn, p.first_name, p.last_name, p.born, p.year_group, p.school_code, p.admitted_on, p.left_on, p.sen, p.ehcp, \
            p.child_in_need, p.child_protection, p.looked_after, p.medical_need, p.young_carer, p.part_time_timetable""";

    /** By the columns' own names: the mapping that JdbcClient derives from the record costs an exception per column and row. */
    private static final RowMapper<Pupil> PUPIL = (row, number) -> new Pupil(row.getLong("id"), row.getString("upn"),
            row.getString("first_name"), row.getString("last_name"), row.getObject("born", LocalDate.class), row.getString("year_group"),
            row.getString("school_code"), row.getObject("admitted_on", LocalDate.class), row.getObject("left_on", LocalDate.class),
            row.getBoolean("sen"), row.getBoolean("ehcp"), row.getBoolean("child_in_need"), row.getBoolean("child_protection"),
            row.getBoolean("looked_after"), row.getBoolean("medical_need"), row.getBoolean("young_carer"),
            row.getBoolean("part_time_timetable"));

    private final JdbcClient jdbc;

    Pupils(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Pupil get(long id) {
        return jdbc.sql("select " + COLUMNS + " from pupil p where p.id = :id").param("id", id).query(PUPIL).optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no pupil with the id " + id));
    }

    /** By their ids, asked for at once. */
    @Transactional(readOnly = true)
    public Map<Long, Pupil> withIds(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : jdbc.sql("select " + COLUMNS + " from pupil p where p.id in (:ids)").param("ids", ids).query(PUPIL)
                .list().stream().collect(Collectors.toMap(Pupil::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Optional<Pupil> withUpn(String upn) {
        return jdbc.sql("select " + COLUMNS + " from pupil p where p.upn = :upn").param("upn", upn).query(PUPIL).optional();
    }

    /** By last name. */
    @Transactional(readOnly = true)
    public List<Pupil> ofSchool(String code) {
        return jdbc.sql("select " + COLUMNS + " from pupil p where p.school_code = :code order by p.last_name, p.first_name, p.id")
                .param("code", code).query(PUPIL).list();
    }

    @Transactional(readOnly = true)
    public List<Pupil> all() {
        return jdbc.sql("select " + COLUMNS + " from pupil p order by p.id").query(PUPIL).list();
    }

    /** The other pupils, at whatever school, who share a parent with this one. */
    @Transactional(readOnly = true)
    public List<Pupil> siblings(long id) {
        return jdbc.sql("select " + COLUMNS + """
                 from pupil p where p.id <> :id and p.id in (
                    select other.pupil_id from parent_of_pupil mine join parent_of_pupil other on other.parent_id = mine.parent_id
                    where mine.pupil_id = :id)
                order by p.born, p.id""").param("id", id).query(PUPIL).list();
    }

    /** Adds the pupil, or brings the one with that UPN up to date. */
    public Pupil save(Pupil pupil) {
        jdbc.sql("""
                merge into pupil p using (select cast(:upn as varchar) as upn) n on p.upn = n.upn
                when matched then update set first_name = :firstName, last_name = :lastName, born = :born, year_group = :yearGroup,
                    school_code = :schoolCode, admitted_on = :admittedOn, left_on = :leftOn, sen = :sen, ehcp = :ehcp,
                    child_in_need = :childInNeed, child_protection = :childProtection, looked_after = :lookedAfter,
                    medical_need = :medicalNeed, young_carer = :youngCarer, part_time_timetable = :partTimeTimetable
                when not matched then insert (upn, first_name, last_name, born, year_group, school_code, admitted_on, left_on, sen, ehcp,
                    child_in_need, child_protection, looked_after, medical_need, young_carer, part_time_timetable)
                    values (:upn, :firstName, :lastName, :born, :yearGroup, :schoolCode, :admittedOn, :leftOn, :sen, :ehcp,
                    :childInNeed, :childProtection, :lookedAfter, :medicalNeed, :youngCarer, :partTimeTimetable)""")
                .paramSource(pupil).update();
        return withUpn(pupil.upn()).orElseThrow();
    }
}
