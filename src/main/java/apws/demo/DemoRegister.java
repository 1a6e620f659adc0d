package apws.demo;

import apws.calendar.AcademicYear;
import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What the schools' systems send. A mark is a pure function of the seed, the child and the date; so is the day on which a school learns
 * the reason of an absence. The registers of many days sent at once therefore equal those days' registers sent one by one.
 */
final class DemoRegister {

    /** A line of a long register: {@code session} is AM or PM. */
    record Line(String upn, LocalDate date, String session, String mark) {
    }

    /** What becomes of a day's marks where the child has a story. */
    interface Turned {

        RegisterDay marks(Child child, LocalDate day, RegisterDay usual);
    }

    private record Marked(Child child, RegisterDay[] days) {
    }

    private final Population population;
    private final Attendance attendance;
    private final SchoolCalendar calendar;
    private final Turned turned;
    private final Map<AcademicYear, SchoolYear> years = new ConcurrentHashMap<>();
    private final Map<AcademicYear, Map<DemoSchool, List<Marked>>> marks = new ConcurrentHashMap<>();

    DemoRegister(Population population, Attendance attendance, SchoolCalendar calendar, Turned turned) {
        this.population = population;
        this.attendance = attendance;
        this.calendar = calendar;
        this.turned = turned;
    }

    /** The marks of the academic year of {@code day} up to and including it, as they stand at its end. */
    List<Line> upTo(LocalDate day, DemoSchool school) {
        var lines = new ArrayList<Line>();
        var year = year(AcademicYear.of(day));
        int gone = year.gone(day);
        each(school, year, (child, marks) -> {
            for (int i = 0; i < gone; i++) {
                if (marks[i] != null) {
                    add(lines, child, year.days().get(i), marks[i], gone - 1 - i);
                }
            }
        });
        return lines;
    }

    /** The marks of one school day, and those of earlier days whose reason the school has learnt that day; none where schools are closed. */
    List<Line> sentOn(LocalDate day, DemoSchool school) {
        var lines = new ArrayList<Line>();
        var year = year(AcademicYear.of(day));
        int today = year.days().indexOf(day);
        if (today < 0) {
            return lines;
        }
        each(school, year, (child, marks) -> {
            for (int i = 0; i <= today; i++) {
                if (marks[i] != null && (i == today || i + marks[i].reasonKnownAfter() == today)) {
                    add(lines, child, year.days().get(i), marks[i], today - i);
                }
            }
        });
        return lines;
    }

    private void each(DemoSchool school, SchoolYear year, BiConsumer<Child, RegisterDay[]> child) {
        marks.computeIfAbsent(year.year(), y -> marksOf(year)).getOrDefault(school, List.of())
                .forEach(pupil -> child.accept(pupil.child(), pupil.days()));
    }

    private Map<DemoSchool, List<Marked>> marksOf(SchoolYear year) {
        return population.in(year.year()).stream().map(child -> new Marked(child, attendance.of(child, year)))
                .collect(Collectors.groupingBy(marked -> marked.child().school()));
    }

    private void add(List<Line> lines, Child child, LocalDate date, RegisterDay ofAnyChild, int schoolDaysLater) {
        var marks = turned.marks(child, date, ofAnyChild).asSeenAfter(schoolDaysLater);
        lines.add(new Line(child.upn(), date, "AM", marks.morning()));
        lines.add(new Line(child.upn(), date, "PM", marks.afternoon()));
    }

    private SchoolYear year(AcademicYear year) {
        return years.computeIfAbsent(year, y -> SchoolYear.of(y, calendar));
    }
}
