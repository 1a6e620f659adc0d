package apws.register;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import apws.calendar.AcademicYear;
import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The days without school: weekends, bank holidays, the authority's school holidays and its one-off closed days. A mark on one of them is
 * held, but nothing counts it unless the school has said that it was open: no session was possible for a child to miss.
 */
@Component
class ClosedDays {

    private final SchoolCalendar calendar;
    private final MarkCodes codes;
    private final Map<LocalDate, int[]> ofYear = new ConcurrentHashMap<>();

    ClosedDays(SchoolCalendar calendar, MarkCodes codes) {
        this.calendar = calendar;
        this.codes = codes;
    }

    /** What kind of day without school it is, in words; empty for a school day. */
    Optional<String> kind(LocalDate day) {
        if (calendar.isSchoolDay(day)) {
            return Optional.empty();
        }
        var weekday = day.getDayOfWeek();
        return Optional.of(weekday == SATURDAY ? "Saturday" : weekday == SUNDAY ? "Sunday" : "no school day");
    }

    /**
     * The marks of a year that count.
     *
     * @param open asked only of days without school that have a mark of a possible session
     */
    MarkedYear counted(LocalDate first, byte[] marks, Predicate<LocalDate> open) {
        var counted = marks;
        for (int index : closed(first)) {
            if (index >= marks.length) {
                break;
            }
            if (isPossible(marks[index]) && !open.test(MarkedYear.day(first, index))) {
                counted = counted == marks ? marks.clone() : counted;
                counted[index] = 0;
            }
        }
        return new MarkedYear(first, counted);
    }

    boolean isPossible(byte mark) {
        return mark != 0 && codes.numbered(mark).kind().possible;
    }

    /** The places of the sessions without school in a year, in order. */
    int[] closed(LocalDate first) {
        return ofYear.computeIfAbsent(first, year -> IntStream.rangeClosed(0, MarkedYear.index(year, AcademicYear.of(year).last(), Session.PM))
                .filter(index -> !calendar.isSchoolDay(MarkedYear.day(year, index))).toArray());
    }
}
