package apws.pupil;

import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
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
    private final SchoolCalendar calendar;
    private final ApplicationEventPublisher events;

    Pupils(JdbcClient jdbc, SchoolCalendar calendar, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.events = events;
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

    /** By the number that the pupil has, or had before it was replaced. */
    @Transactional(readOnly = true)
    public Optional<Pupil> withUpn(String upn) {
        return jdbc.sql("select " + COLUMNS + " from pupil p where p.upn = :upn or p.id = (select f.pupil_id from former_upn f where f.upn = :upn)")
                .param("upn", upn).query(PUPIL).optional();
    }

    /** Every pupil by every number that is or was theirs. */
    @Transactional(readOnly = true)
    Map<String, Pupil> byEveryUpn() {
        var found = new HashMap<String, Pupil>();
        var byId = new HashMap<Long, Pupil>();
        all().forEach(pupil -> {
            found.put(pupil.upn(), pupil);
            byId.put(pupil.id(), pupil);
        });
        jdbc.sql("select upn, pupil_id from former_upn").query(row -> {
            found.put(row.getString("upn"), byId.get(row.getLong("pupil_id")));
        });
        return found;
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

    /** The pupil has another number from today on; files under the one before are about the same pupil. */
    void renumber(long id, String before, String now, String by) {
        jdbc.sql("insert into former_upn (upn, pupil_id, replaced_on, replaced_by) values (:upn, :pupil, :on, :by)")
                .param("upn", before).param("pupil", id).param("on", calendar.today()).param("by", by).update();
        // back to an earlier one
        jdbc.sql("delete from former_upn where upn = :upn and pupil_id = :pupil").param("upn", now).param("pupil", id).update();
        jdbc.sql("update pupil set upn = :upn where id = :id").param("upn", now).param("id", id).update();
    }

    /**
     * The pupil goes to another school of the authority's from the day of admission there on. Whoever has to do with the pupil's school is
     * told with {@link PupilMoved}, in the same transaction.
     */
    void move(Pupil before, Pupil now, String by) {
        if (now.admittedOn().isAfter(before.admittedOn())) {
            var dayBefore = now.admittedOn().minusDays(1);
            jdbc.sql("""
                    insert into former_school (pupil_id, school_code, from_on, until_on, moved_by)
                    values (:pupil, :school, :from, :until, :by)""")
                    .param("pupil", before.id()).param("school", before.schoolCode()).param("from", before.admittedOn())
                    .param("until", before.leftOn() != null && before.leftOn().isBefore(dayBefore) ? before.leftOn() : dayBefore)
                    .param("by", by).update();
        }
        save(now);
        events.publishEvent(new PupilMoved(before.id(), before.schoolCode(), now.schoolCode(), now.admittedOn(), by));
    }

    /** The school whose session it was: where the pupil was on that day. */
    @Transactional(readOnly = true)
    public String schoolOn(long id, LocalDate day) {
        return schoolsOn(id, List.of(day)).iterator().next();
    }

    /** By a person, with the reason, where no file has said it. */
    public void leave(long id, LocalDate lastDay, String because, String by) {
        jdbc.sql("update pupil set left_on = :on, left_because = :because, left_said_by = :by where id = :id")
                .param("on", lastDay).param("because", because).param("by", by).param("id", id).update();
    }

    /** What a person said of the pupil's leaving was wrong. */
    public void stay(long id) {
        jdbc.sql("update pupil set left_on = null, left_because = null, left_said_by = null where id = :id and left_said_by is not null")
                .param("id", id).update();
    }

    /** The schools whose sessions they were. */
    @Transactional(readOnly = true)
    public Set<String> schoolsOn(long id, Collection<LocalDate> days) {
        record Stay(String school, LocalDate until) {
        }
        var stays = jdbc.sql("""
                select school_code, until_on from former_school where pupil_id = :pupil
                union all select school_code, null from pupil where id = :pupil""").param("pupil", id)
                .query((row, number) -> new Stay(row.getString(1), row.getObject(2, LocalDate.class))).list();
        return days.stream().map(day -> stays.stream().filter(stay -> stay.until() == null || !day.isAfter(stay.until()))
                .min(Comparator.comparing(Stay::until, Comparator.nullsLast(Comparator.naturalOrder()))).orElseThrow().school())
                .collect(Collectors.toSet());
    }

    /** The schools at which pupils were before, by the pupils' ids. */
    @Transactional(readOnly = true)
    Map<Long, Set<String>> formerSchools() {
        var found = new HashMap<Long, Set<String>>();
        jdbc.sql("select pupil_id, school_code from former_school").query(row -> {
            found.computeIfAbsent(row.getLong("pupil_id"), id -> new HashSet<>()).add(row.getString("school_code"));
        });
        return found;
    }
}
