package apws.register;

import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Days without school on which a school's register has marks, and what the school says of them: that it was open, and the marks count, or that
 * it was closed, and they do not. What it said last holds.
 */
@Component
@Transactional
public class DaysWithoutSchool {

    private final JdbcClient jdbc;
    private final ClosedDays closed;
    private final SchoolCalendar calendar;

    DaysWithoutSchool(JdbcClient jdbc, ClosedDays closed, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.closed = closed;
        this.calendar = calendar;
    }

    /**
     * A day that the school has not spoken of yet.
     *
     * @param kind  of day, in words: Saturday, Sunday, no school day
     * @param marks marks of a possible session that the school's pupils have on it
     */
    public record Unanswered(LocalDate day, String kind, int marks) {
    }

    /** The schools that have to be asked. */
    @Transactional(readOnly = true)
    public List<String> schoolsToAsk() {
        return jdbc.sql("select school_code, on_day from day_without_school where was_open is null order by school_code")
                .query((row, number) -> closed.kind(row.getObject("on_day", LocalDate.class)).isPresent() ? row.getString("school_code") : "").list()
                .stream().filter(code -> !code.isEmpty()).distinct().toList();
    }

    /** In order. A day that has become a school day, as the calendar has it now, is not asked about. */
    @Transactional(readOnly = true)
    public List<Unanswered> unanswered(String schoolCode) {
        var days = jdbc.sql("select on_day from day_without_school where school_code = :school and was_open is null order by on_day")
                .param("school", schoolCode).query(LocalDate.class).list().stream().filter(day -> closed.kind(day).isPresent()).toList();
        var marks = days.isEmpty() ? Map.<LocalDate, Integer>of() : marks(schoolCode, days);
        return days.stream().map(day -> new Unanswered(day, closed.kind(day).orElseThrow(), marks.getOrDefault(day, 0))).toList();
    }

    private Map<LocalDate, Integer> marks(String schoolCode, List<LocalDate> days) {
        var marks = new HashMap<LocalDate, Integer>();
        jdbc.sql("""
                select y.year_from, y.marks from attendance_year y join pupil p on p.id = y.pupil_id
                where p.school_code = :school and y.year_from in (:years)""").param("school", schoolCode)
                .param("years", days.stream().map(day -> calendar.academicYear(day).first()).distinct().toList())
                .query(row -> {
                    var year = new MarkedYear(row.getObject("year_from", LocalDate.class), row.getBytes("marks"));
                    days.forEach(day -> year.each(day, day, (mark, index) -> {
                        if (closed.isPossible(mark) && MarkedYear.day(year.first(), index).equals(day)) {
                            marks.merge(day, 1, Integer::sum);
                        }
                    }));
                });
        return marks;
    }

    /** @throws IllegalArgumentException for a day on which schools are open anyhow */
    public void answer(String schoolCode, LocalDate day, boolean wasOpen, String by, String why) {
        if (closed.kind(day).isEmpty()) {
            throw new IllegalArgumentException("%s is a school day: its marks count.".formatted(day));
        }
        found(schoolCode, Set.of(day));
        jdbc.sql("""
                update day_without_school set was_open = :open, answered_by = :by, answered_at = :at, why = :why
                where school_code = :school and on_day = :day""")
                .param("open", wasOpen).param("by", by).param("at", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC)).param("why", why)
                .param("school", schoolCode).param("day", day).update();
    }

    /**
     * @param open          by school, the days on which it has said that it was open
     * @param formerSchools of pupils who have moved, the earliest first
     */
    record Answers(Map<String, Set<LocalDate>> open, Map<Long, List<FormerSchool>> formerSchools) {
    }

    record FormerSchool(String code, LocalDate until) {
    }

    @Transactional(readOnly = true)
    Answers answers() {
        var answers = new Answers(new HashMap<>(), new HashMap<>());
        jdbc.sql("select school_code, on_day from day_without_school where was_open").query(row -> {
            answers.open().computeIfAbsent(row.getString("school_code"), code -> new HashSet<>()).add(row.getObject("on_day", LocalDate.class));
        });
        jdbc.sql("select pupil_id, school_code, until_on from former_school order by until_on").query(row -> {
            answers.formerSchools().computeIfAbsent(row.getLong("pupil_id"), id -> new ArrayList<>())
                    .add(new FormerSchool(row.getString("school_code"), row.getObject("until_on", LocalDate.class)));
        });
        return answers;
    }

    /** On which the school where the pupil was has said that it was open. */
    @Transactional(readOnly = true)
    Set<LocalDate> openFor(long pupilId) {
        return Set.copyOf(jdbc.sql("""
                select d.on_day from day_without_school d where d.was_open and d.school_code = coalesce(
                    (select f.school_code from former_school f where f.pupil_id = :pupil and f.until_on >= d.on_day
                        order by f.until_on fetch first 1 row only),
                    (select p.school_code from pupil p where p.id = :pupil))""")
                .param("pupil", pupilId).query(LocalDate.class).list());
    }

    /** The register has marks on these days. What was said of them before holds. */
    void found(String schoolCode, Collection<LocalDate> days) {
        for (var day : days) {
            jdbc.sql("""
                    merge into day_without_school d using (select cast(:school as varchar) as school_code, cast(:day as date) as on_day) n
                    on d.school_code = n.school_code and d.on_day = n.on_day
                    when not matched then insert (school_code, on_day, found_on) values (n.school_code, n.on_day, :today)""")
                    .param("school", schoolCode).param("day", day).param("today", calendar.today()).update();
        }
    }
}
