package apws.imports;

import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a school's whole file left out: pupils, and parents of its pupils. Nothing follows from that by itself. They are listed until a
 * person says that they have left, or that they stay, or until a file has them again.
 */
@Component
@Transactional
public class NotSent {

    /** Still asked about: nobody has said that they stay, and they have not left by another way. */
    private static final String OPEN = """
             from not_sent n join pupil p on p.id = n.pupil_id
            left join parent_of_pupil c on c.pupil_id = n.pupil_id and c.parent_id = n.parent_id
            where n.stays_said_by is null and p.school_code = n.school_code and (p.left_on is null or p.left_on >= :today)
            and (n.parent_id is null or c.parent_id is not null and (c.until_on is null or c.until_on >= :today))""";

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    NotSent(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** @param parentId null for the pupil */
    public record Missing(long id, long pupilId, Long parentId, LocalDate since) {
    }

    private record Who(long pupilId, Long parentId) {
    }

    /** Who is in a file, by the schools that it names. */
    public static final class Seen {

        private final Map<String, Set<Who>> bySchool = new HashMap<>();

        public void add(String schoolCode, long pupilId, Long parentId) {
            bySchool.computeIfAbsent(schoolCode, code -> new HashSet<>()).add(new Who(pupilId, parentId));
        }
    }

    /** Those of the schools' pupils on roll today who are not in the file. */
    public void pupils(Seen seen) {
        seen.bySchool.forEach((school, sent) -> compare(school, sent, jdbc.sql("""
                select p.id, cast(null as bigint) from pupil p
                where p.school_code = :school and p.admitted_on <= :today and (p.left_on is null or p.left_on >= :today)"""),
                "parent_id is null"));
    }

    /** Those parents of the schools' pupils who are not in the file, save whom no file of that school has ever had. */
    public void parents(Seen seen) {
        seen.bySchool.forEach((school, sent) -> compare(school, sent, jdbc.sql("""
                select c.pupil_id, c.parent_id from parent_of_pupil c join pupil p on p.id = c.pupil_id
                where p.school_code = :school and p.admitted_on <= :today and (p.left_on is null or p.left_on >= :today)
                and (c.until_on is null or c.until_on >= :today)
                and exists (select 1 from parent_reference r where r.parent_id = c.parent_id and r.school_code = :school)"""),
                "parent_id is not null"));
    }

    private void compare(String school, Set<Who> sent, JdbcClient.StatementSpec expected, String kind) {
        var listed = new HashMap<Who, Long>();
        jdbc.sql("select id, pupil_id, parent_id from not_sent where school_code = :school and " + kind).param("school", school)
                .query(row -> {
                    listed.put(new Who(row.getLong("pupil_id"), row.getObject("parent_id", Long.class)), row.getLong("id"));
                });
        sent.stream().map(listed::remove).filter(id -> id != null)
                .forEach(id -> jdbc.sql("delete from not_sent where id = :id").param("id", id).update());
        expected.param("school", school).param("today", calendar.today())
                .query((row, number) -> new Who(row.getLong(1), row.getObject(2, Long.class))).list().stream()
                .filter(who -> !sent.contains(who) && !listed.containsKey(who)).forEach(who -> jdbc.sql("""
                        insert into not_sent (school_code, pupil_id, parent_id, since) values (:school, :pupil, :parent, :on)""")
                        .param("school", school).param("pupil", who.pupilId()).param("parent", who.parentId())
                        .param("on", calendar.today()).update());
    }

    /** The schools about whose pupils or parents somebody has to be asked. */
    @Transactional(readOnly = true)
    public List<String> schools() {
        return jdbc.sql("select distinct n.school_code" + OPEN + " order by n.school_code").param("today", calendar.today())
                .query(String.class).list();
    }

    /** Pupils first. */
    @Transactional(readOnly = true)
    public List<Missing> at(String schoolCode) {
        return jdbc.sql("select n.id, n.pupil_id, n.parent_id, n.since" + OPEN + """
                 and n.school_code = :school
                order by case when n.parent_id is null then 0 else 1 end, p.last_name, p.first_name, n.id""")
                .param("today", calendar.today()).param("school", schoolCode).query(Missing.class).list();
    }

    /** The file was wrong; asked again only once they have been sent and are then missing. */
    public void stay(long pupilId, Long parentId, String because, String by) {
        jdbc.sql("""
                update not_sent set stays_because = :because, stays_said_by = :by, stays_said_on = :on
                where pupil_id = :pupil and coalesce(parent_id, 0) = :parent""")
                .param("because", because).param("by", by).param("on", calendar.today()).param("pupil", pupilId)
                .param("parent", parentId == null ? 0L : parentId).update();
    }
}
