package apws.register;

import apws.calendar.SchoolCalendar;
import apws.imports.ClusterLock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds, each school day, the pupils whose attendance calls for a letter, and offers them to their schools (settlements 1, 2, 7).
 * Attendance is measured from the first day of the academic year, or from the last praise, closure or "do not send" if that is later.
 */
@Component
@Transactional
public class Screening {

    static final int PUPILS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final MarkCodes codes;
    private final ClosedDays closedDays;
    private final DaysWithoutSchool daysWithoutSchool;
    private final SchoolCalendar calendar;
    private final ScreeningSettings settings;
    private final ClusterLock turn;

    Screening(JdbcClient jdbc, MarkCodes codes, ClosedDays closedDays, DaysWithoutSchool daysWithoutSchool, SchoolCalendar calendar,
              ScreeningSettings settings, ClusterLock turn) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.closedDays = closedDays;
        this.daysWithoutSchool = daysWithoutSchool;
        this.calendar = calendar;
        this.settings = settings;
        this.turn = turn;
    }

    /** What the attendance calls for. {@code letter} is null when it calls for none. */
    public record Banding(String letter, boolean persistent, boolean severe) {
    }

    /**
     * Bands every pupil on roll without an open case. The day's first caller does the work, on whatever node; every other one gets its result.
     *
     * @param bands decides by {@link Figures#attendance()} and {@link Figures#absence()} alone: it is asked once for each distinct pair of them
     */
    public ScreeningRun run(LocalDate on, Set<Long> pupilsWithOpenCase, Function<Figures, Banding> bands) {
        turn.take("screening");
        return ranOn(on).orElseGet(() -> screen(on, pupilsWithOpenCase, bands));
    }

    /** The schools, switched on, that have somebody to decide on. */
    @Transactional(readOnly = true)
    public List<String> schoolsWithCandidates() {
        return jdbc.sql("select distinct c.school_code " + OFFERED + " order by c.school_code")
                .param("today", calendar.today()).query(String.class).list();
    }

    /** Whom the school has to decide on: none while it is switched off; not who has left; a pupil on hold comes back on the day the hold ends. Lowest attendance first. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(String schoolCode) {
        return jdbc.sql("select c.* " + OFFERED + " and c.school_code = :school" + LOWEST_FIRST)
                .param("today", calendar.today()).param("school", schoolCode).query(CANDIDATE).list();
    }

    /** What the school would get if it were switched on, as the last screening found it. */
    @Transactional(readOnly = true)
    public List<Candidate> preview(String schoolCode) {
        return jdbc.sql("select c.* from candidate c where c.school_code = :school" + LOWEST_FIRST)
                .param("school", schoolCode).query(CANDIDATE).list();
    }

    /** The pupil is not offered again before {@code until}. */
    public void hold(long pupilId, LocalDate until, String why) {
        jdbc.sql("""
                merge into candidate_hold h using (select cast(:pupil as bigint) as pupil_id) n on h.pupil_id = n.pupil_id
                when matched then update set held_until = :until, why = :why
                when not matched then insert (pupil_id, held_until, why) values (:pupil, :until, :why)""")
                .param("pupil", pupilId).param("until", until).param("why", why).update();
    }

    /** The school has decided on the pupil, who is no candidate any more until a later screening finds him or her again. */
    public void decided(long pupilId) {
        jdbc.sql("delete from candidate where pupil_id = :pupil").param("pupil", pupilId).update();
        jdbc.sql("delete from candidate_hold where pupil_id = :pupil").param("pupil", pupilId).update();
    }

    /** A praise, a closure or a "do not send": what was before is not held against the pupil by the next screening. */
    public void measureFrom(long pupilId, LocalDate from, String why) {
        jdbc.sql("""
                merge into measured_from m using (select cast(:pupil as bigint) as pupil_id) n on m.pupil_id = n.pupil_id
                when matched then update set from_on = :from, why = :why
                when not matched then insert (pupil_id, from_on, why) values (:pupil, :from, :why)""")
                .param("pupil", pupilId).param("from", from).param("why", why).update();
    }

    /** The first day of what a screening on that day would measure. */
    @Transactional(readOnly = true)
    public LocalDate measuredFrom(long pupilId, LocalDate on) {
        var from = jdbc.sql("select from_on from measured_from where pupil_id = :pupil").param("pupil", pupilId).query(LocalDate.class);
        return later(calendar.academicYear(on).first(), from.optional().orElse(null));
    }

    private static final String OFFERED = """
            from candidate c join school s on s.code = c.school_code join pupil p on p.id = c.pupil_id
            left join candidate_hold h on h.pupil_id = c.pupil_id
            where s.switched_on_from <= :today and (h.held_until is null or h.held_until <= :today)
            and (p.left_on is null or p.left_on >= :today)""";

    private static final String LOWEST_FIRST = " order by 1000000 * c.attended / c.possible, c.pupil_id";

    private static final RowMapper<Candidate> CANDIDATE = (row, number) -> new Candidate(row.getLong("pupil_id"),
            row.getString("school_code"), row.getString("band"), row.getBoolean("persistent"), row.getBoolean("severe"),
            new Figures(row.getObject("from_on", LocalDate.class), row.getObject("to_on", LocalDate.class),
                    row.getObject("as_at", LocalDate.class), row.getInt("possible"), row.getInt("attended"), row.getInt("authorised"),
                    row.getInt("unauthorised"), row.getInt("no_reason_yet"), row.getInt("illness")),
            row.getObject("found_on", LocalDate.class));

    private Optional<ScreeningRun> ranOn(LocalDate on) {
        return jdbc.sql("select pupils, too_early, candidates from screening_run where run_on = :on").param("on", on)
                .query((row, number) -> new ScreeningRun(on, row.getInt("pupils"), row.getInt("too_early"), row.getInt("candidates")))
                .optional();
    }

    private ScreeningRun screen(LocalDate on, Set<Long> pupilsWithOpenCase, Function<Figures, Banding> bands) {
        var asked = new HashMap<Rates, Banding>();
        var openDays = new OpenDays(closedDays, daysWithoutSchool);
        int pupils = 0;
        int tooEarly = 0;
        int candidates = 0;
        long after = 0;
        for (var some = measured(on, after, openDays); !some.isEmpty(); some = measured(on, after, openDays)) {
            after = some.get(some.size() - 1).pupilId();
            var found = new ArrayList<Candidate>();
            for (var pupil : some) {
                if (pupilsWithOpenCase.contains(pupil.pupilId())) {
                    continue;
                }
                pupils++;
                if (pupil.figures().possible() < Math.max(1, settings.leastSessions())) {
                    tooEarly++;
                    continue;
                }
                var banding = asked.computeIfAbsent(Rates.of(pupil.figures()), rates -> bands.apply(pupil.figures()));
                if (banding.letter() != null) {
                    found.add(new Candidate(pupil.pupilId(), pupil.schoolCode(), banding.letter(), banding.persistent(), banding.severe(),
                            pupil.figures(), on));
                }
            }
            candidates += found.size();
            keep(found, on);
        }
        openDays.keepUnanswered();
        jdbc.sql("delete from candidate where screened_on <> :on").param("on", on).update();
        jdbc.sql("""
                insert into screening_run (run_on, finished_at, pupils, too_early, candidates)
                values (:on, :at, :pupils, :early, :candidates)""")
                .param("on", on).param("at", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC)).param("pupils", pupils)
                .param("early", tooEarly).param("candidates", candidates).update();
        return new ScreeningRun(on, pupils, tooEarly, candidates);
    }

    private record Rates(BigDecimal attendance, BigDecimal absence) {
        static Rates of(Figures figures) {
            return new Rates(figures.attendance(), figures.absence());
        }
    }

    private record Measured(long pupilId, String schoolCode, Figures figures) {
    }

    private List<Measured> measured(LocalDate on, long after, OpenDays openDays) {
        var year = calendar.academicYear(on).first();
        return jdbc.sql("""
                select p.id, p.school_code, m.from_on, y.marks
                from pupil p left join measured_from m on m.pupil_id = p.id
                left join attendance_year y on y.pupil_id = p.id and y.year_from = :year
                where p.id > :after and p.admitted_on <= :on and (p.left_on is null or p.left_on >= :on)
                order by p.id fetch first :some rows only""")
                .param("year", year).param("after", after).param("on", on).param("some", PUPILS_AT_ONCE)
                .query((row, number) -> {
                    var tally = new Tally(codes, later(year, row.getObject("from_on", LocalDate.class)), on);
                    long pupil = row.getLong("id");
                    var school = row.getString("school_code");
                    var marks = row.getBytes("marks");
                    if (marks != null) {
                        tally.count(closedDays.counted(year, marks, day -> openDays.isOpen(pupil, school, day)));
                    }
                    return new Measured(pupil, school, tally.figures());
                }).list();
    }

    private void keep(List<Candidate> found, LocalDate on) {
        if (found.isEmpty()) {
            return;
        }
        jdbc.sql("""
                merge into candidate c using (
                    select * from unnest(cast(:pupils as bigint array), cast(:schools as varchar array), cast(:bands as varchar array),
                        cast(:persistent as boolean array), cast(:severe as boolean array), cast(:from as date array),
                        cast(:asAt as date array), cast(:possible as int array), cast(:attended as int array),
                        cast(:authorised as int array), cast(:unauthorised as int array), cast(:noReasonYet as int array),
                        cast(:illness as int array))
                    as n(pupil_id, school_code, band, persistent, severe, from_on, as_at, possible, attended, authorised, unauthorised,
                        no_reason_yet, illness)) n
                on c.pupil_id = n.pupil_id
                when matched then update set school_code = n.school_code, band = n.band, persistent = n.persistent, severe = n.severe,
                    from_on = n.from_on, to_on = :on, as_at = n.as_at, possible = n.possible, attended = n.attended,
                    authorised = n.authorised, unauthorised = n.unauthorised, no_reason_yet = n.no_reason_yet, illness = n.illness,
                    screened_on = :on
                when not matched then insert (pupil_id, school_code, band, persistent, severe, from_on, to_on, as_at, possible, attended,
                    authorised, unauthorised, no_reason_yet, illness, found_on, screened_on)
                    values (n.pupil_id, n.school_code, n.band, n.persistent, n.severe, n.from_on, :on, n.as_at, n.possible, n.attended,
                    n.authorised, n.unauthorised, n.no_reason_yet, n.illness, :on, :on)""")
                .param("pupils", column("bigint", found, Candidate::pupilId))
                .param("schools", column("varchar", found, Candidate::schoolCode))
                .param("bands", column("varchar", found, Candidate::band))
                .param("persistent", column("boolean", found, Candidate::persistent))
                .param("severe", column("boolean", found, Candidate::severe))
                .param("from", column("date", found, c -> c.figures().from()))
                .param("asAt", column("date", found, c -> c.figures().asAt()))
                .param("possible", column("int4", found, c -> c.figures().possible()))
                .param("attended", column("int4", found, c -> c.figures().attended()))
                .param("authorised", column("int4", found, c -> c.figures().authorised()))
                .param("unauthorised", column("int4", found, c -> c.figures().unauthorised()))
                .param("noReasonYet", column("int4", found, c -> c.figures().noReasonYet()))
                .param("illness", column("int4", found, c -> c.figures().illness()))
                .param("on", on).update();
    }

    private static SqlArrayValue column(String type, List<Candidate> found, Function<Candidate, Object> value) {
        return new SqlArrayValue(type, found.stream().map(value).toArray());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
