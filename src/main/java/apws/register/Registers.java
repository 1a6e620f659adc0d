package apws.register;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the registers say of a pupil, for any period; marks on days without school are left out unless the school was open. */
@Component
@Transactional(readOnly = true)
public class Registers {

    /** The rolling window in which unauthorised sessions are counted towards a penalty notice (settlement 14). */
    private static final int ROLLING_SCHOOL_WEEKS = 10;

    private final JdbcClient jdbc;
    private final MarkCodes codes;
    private final ClosedDays closedDays;
    private final DaysWithoutSchool daysWithoutSchool;
    private final SchoolCalendar calendar;

    Registers(JdbcClient jdbc, MarkCodes codes, ClosedDays closedDays, DaysWithoutSchool daysWithoutSchool, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.codes = codes;
        this.closedDays = closedDays;
        this.daysWithoutSchool = daysWithoutSchool;
        this.calendar = calendar;
    }

    /** A pupil's register of a period, read once to be asked for more than one thing. */
    public final class Held {

        private final List<MarkedYear> years;

        private Held(List<MarkedYear> years) {
            this.years = years;
        }

        /** Both days included; within the period that was read. */
        public Figures figures(LocalDate from, LocalDate to) {
            return Registers.this.figures(years, from, to);
        }

        /** The weeks in the period in which a session was possible, the earliest first; the first and the last may be parts of a week. */
        public List<WeekFigures> weeks(LocalDate from, LocalDate to) {
            var weeks = new ArrayList<WeekFigures>();
            for (var monday = from.with(previousOrSame(MONDAY)); !monday.isAfter(to); monday = monday.plusWeeks(1)) {
                var sunday = monday.with(nextOrSame(SUNDAY));
                var figures = figures(monday.isBefore(from) ? from : monday, sunday.isAfter(to) ? to : sunday);
                if (figures.possible() > 0) {
                    weeks.add(new WeekFigures(monday, figures));
                }
            }
            return weeks;
        }

        /** As it stands, in order. */
        public List<DatedMark> marks(LocalDate from, LocalDate to) {
            return Registers.this.marks(years, from, to, mark -> true);
        }
    }

    /** Both days included. */
    public Held held(long pupilId, LocalDate from, LocalDate to) {
        return new Held(years(pupilId, from, to));
    }

    /** Both days included. */
    public Figures figures(long pupilId, LocalDate from, LocalDate to) {
        return held(pupilId, from, to).figures(from, to);
    }

    /** The weeks in the period in which a session was possible, the earliest first; the first and the last may be parts of a week. */
    public List<WeekFigures> weeks(long pupilId, LocalDate from, LocalDate to) {
        return held(pupilId, from, to).weeks(from, to);
    }

    public int unauthorised(long pupilId, LocalDate from, LocalDate to) {
        return figures(pupilId, from, to).unauthorised();
    }

    /** The figures of the ten school weeks that end with the week of {@code on}. */
    public Figures rollingSchoolWeeks(long pupilId, LocalDate on) {
        return figures(pupilId, calendar.schoolWeeksBack(on, ROLLING_SCHOOL_WEEKS), on);
    }

    /** Absences without leave, those with no reason yet among them, in order. */
    public List<DatedMark> unauthorisedSessions(long pupilId, LocalDate from, LocalDate to) {
        return marks(pupilId, from, to, mark -> mark.kind() == MarkKind.UNAUTHORISED);
    }

    /** The register as it stands, in order. */
    public List<DatedMark> marks(long pupilId, LocalDate from, LocalDate to) {
        return marks(pupilId, from, to, mark -> true);
    }

    /** The marks of the period that were replaced, in the order in which that happened. */
    public List<Correction> corrections(long pupilId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select session_on, session_half, old_code, new_code, corrected_at, import_id from mark_correction
                where pupil_id = :pupil and session_on between :from and :to order by corrected_at, session_on, session_half""")
                .param("pupil", pupilId).param("from", from).param("to", to)
                .query((row, number) -> new Correction(row.getObject("session_on", LocalDate.class),
                        Session.valueOf(row.getString("session_half")), row.getString("old_code"), row.getString("new_code"),
                        row.getObject("corrected_at", OffsetDateTime.class).toInstant(), row.getLong("import_id"))).list();
    }

    /** What a session of that day can be marked, in the order of the table of codes. */
    public List<CodeMeaning> codes(LocalDate day) {
        return codes.on(day).stream().map(mark -> new CodeMeaning(mark.code(), mark.meaning())).toList();
    }

    private List<DatedMark> marks(long pupilId, LocalDate from, LocalDate to, Predicate<Mark> wanted) {
        return marks(years(pupilId, from, to), from, to, wanted);
    }

    private List<DatedMark> marks(List<MarkedYear> years, LocalDate from, LocalDate to, Predicate<Mark> wanted) {
        var found = new ArrayList<DatedMark>();
        for (var year : years) {
            year.each(from, to, (number, index) -> {
                var mark = codes.numbered(number);
                if (wanted.test(mark)) {
                    found.add(new DatedMark(MarkedYear.day(year.first(), index), MarkedYear.session(index), mark.code(), mark.kind(), mark.meaning()));
                }
            });
        }
        return found;
    }

    private Figures figures(List<MarkedYear> years, LocalDate from, LocalDate to) {
        var tally = new Tally(codes, from, to);
        years.forEach(tally::count);
        return tally.figures();
    }

    private List<MarkedYear> years(long pupilId, LocalDate from, LocalDate to) {
        return counted(pupilId, jdbc.sql("""
                select year_from, marks from attendance_year
                where pupil_id = :pupil and year_from between :first and :last order by year_from""")
                .param("pupil", pupilId)
                .param("first", calendar.academicYear(from).first()).param("last", to)
                .query((row, number) -> new MarkedYear(row.getObject("year_from", LocalDate.class), row.getBytes("marks"))).list());
    }

    /** Without the marks on days without school, unless the pupil's school was open: only where there are such is it looked up. */
    private List<MarkedYear> counted(long pupilId, List<MarkedYear> years) {
        var open = new Predicate<LocalDate>() {
            private Set<LocalDate> days;

            @Override
            public boolean test(LocalDate day) {
                if (days == null) {
                    days = daysWithoutSchool.openFor(pupilId);
                }
                return days.contains(day);
            }
        };
        return years.stream().map(year -> closedDays.counted(year.first(), year.marks(), open)).toList();
    }
}
