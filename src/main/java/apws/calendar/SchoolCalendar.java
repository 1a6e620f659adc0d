package apws.calendar;

import static apws.calendar.CalendarSettings.DaysCounted.SCHOOL_DAYS;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import apws.calendar.CalendarSettings.Term;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which days schools are open, what day it is, and when a period ends (settlement 5 of the procedure).
 * England's bank holidays come from jollyday, the terms from the authority's configuration.
 */
@Component
public class SchoolCalendar {

    private static final String ENGLAND = "eng";

    private final Clock clock;
    private final CalendarSettings settings;
    private final HolidayManager bankHolidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final Map<AcademicYear, List<Term>> terms = new ConcurrentHashMap<>();
    private final Map<Integer, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    public SchoolCalendar(Clock clock, CalendarSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The academic year that holds {@code day}. */
    public AcademicYear academicYear(LocalDate day) {
        return AcademicYear.of(day);
    }

    public boolean isSchoolDay(LocalDate day) {
        return isWorkingDay(day) && !settings.closedDays().contains(day)
                && termsOf(AcademicYear.of(day)).stream().anyMatch(term -> term.holds(day));
    }

    /** Monday to Friday and no bank holiday: when the post is delivered and offices are open. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(SATURDAY) < 0 && !bankHolidaysOf(day.getYear()).contains(day)
                && !settings.bankHolidays().contains(day);
    }

    /** What kind of day without school it is, in words that follow "is": {@code a Sunday}, {@code a bank holiday}; empty on a school day. */
    public Optional<String> withoutSchool(LocalDate day) {
        if (isSchoolDay(day)) {
            return Optional.empty();
        }
        if (day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY) {
            return Optional.of(day.getDayOfWeek() == SATURDAY ? "a Saturday" : "a Sunday");
        }
        return Optional.of(!isWorkingDay(day) ? "a bank holiday"
                : settings.closedDays().contains(day) ? "a day on which schools are closed" : "a day in the school holidays");
    }

    /**
     * The day on which what was posted, handed over or left on {@code sentOn} counts as received (settlement 5); what is shown otherwise
     * counts only where it is later.
     */
    public LocalDate received(LocalDate sentOn, PostClass by) {
        return workingDayAfter(sentOn, settings.received().after(by));
    }

    /** The {@code count}th working day after {@code day}, which itself is the one where none is counted. */
    public LocalDate workingDayAfter(LocalDate day, int count) {
        var later = day;
        for (int counted = 0; counted < count; ) {
            later = later.plusDays(1);
            if (isWorkingDay(later)) {
                counted++;
            }
        }
        return later;
    }

    public LocalDate schoolDayOnOrAfter(LocalDate day) {
        return day.datesUntil(day.plusYears(2)).filter(this::isSchoolDay).findFirst().orElseThrow(() -> noSchool(day));
    }

    /** The {@code count}th school day from {@code first} on, {@code first} itself among them where it is one. */
    public LocalDate schoolDayFrom(LocalDate first, int count) {
        var day = schoolDayOnOrAfter(first);
        for (int counted = 1; counted < count; counted++) {
            day = schoolDayOnOrAfter(day.plusDays(1));
        }
        return day;
    }

    public LocalDate schoolDayBefore(LocalDate day) {
        for (var earlier = day.minusDays(1); earlier.isAfter(day.minusYears(2)); earlier = earlier.minusDays(1)) {
            if (isSchoolDay(earlier)) {
                return earlier;
            }
        }
        throw noSchool(day);
    }

    /** So many school days before; the day itself where none are counted back. */
    public LocalDate schoolDayBefore(LocalDate day, int schoolDays) {
        return Stream.iterate(day, this::schoolDayBefore).skip(schoolDays).findFirst().orElseThrow();
    }

    /** The school days from {@code from} to {@code to}, both included. */
    public List<LocalDate> schoolDays(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? List.of() : from.datesUntil(to.plusDays(1)).filter(this::isSchoolDay).toList();
    }

    /**
     * The end of a plan's or review's period: counted from {@code from}, moved on to the next school day.
     *
     * @param period ISO-8601, such as {@code P14D}; whole days are school days where the authority says so
     */
    public LocalDate after(LocalDate from, String period) {
        var length = Period.parse(period);
        if (settings.daysCounted() == SCHOOL_DAYS && length.toTotalMonths() == 0) {
            var day = from;
            for (int counted = 0; counted < length.getDays(); counted++) {
                day = schoolDayOnOrAfter(day.plusDays(1));
            }
            return day;
        }
        return schoolDayOnOrAfter(from.plus(length));
    }

    /** The end of a period set by law or by appointment: calendar days, never moved. */
    public LocalDate statutory(LocalDate from, String period) {
        return from.plus(Period.parse(period));
    }

    /** The last day of a period that begins with {@code first}, such as a warning's: calendar days, never moved (settlement 5). */
    public LocalDate lastDay(LocalDate first, String period) {
        return statutory(first, period).minusDays(1);
    }

    /**
     * The Monday that begins a rolling window of school weeks, as the penalty-notice threshold counts them:
     * weeks with at least one school day, the week of {@code on} included, across terms (settlement 14).
     */
    public LocalDate schoolWeeksBack(LocalDate on, int weeks) {
        var monday = on.with(previousOrSame(MONDAY));
        for (int counted = hasSchool(monday) ? 1 : 0; counted < weeks; ) {
            monday = monday.minusWeeks(1);
            if (hasSchool(monday)) {
                counted++;
            }
        }
        return monday;
    }

    private boolean hasSchool(LocalDate monday) {
        return monday.datesUntil(monday.plusDays(5)).anyMatch(this::isSchoolDay);
    }

    private List<Term> termsOf(AcademicYear year) {
        return terms.computeIfAbsent(year, this::configuredOrUsual);
    }

    private List<Term> configuredOrUsual(AcademicYear year) {
        var configured = settings.terms().stream().filter(term -> AcademicYear.of(term.from()).equals(year)).toList();
        return configured.isEmpty() ? UsualTerms.of(year, goodFriday(year.startsIn() + 1)) : configured;
    }

    private LocalDate goodFriday(int year) {
        return bankHolidays.getHolidays(Year.of(year), ENGLAND).stream()
                .filter(holiday -> holiday.getPropertiesKey().equals("christian.GOOD_FRIDAY"))
                .map(Holiday::getDate).findFirst().orElseThrow();
    }

    private Set<LocalDate> bankHolidaysOf(int year) {
        return holidays.computeIfAbsent(year, y -> bankHolidays.getHolidays(Year.of(y), ENGLAND).stream()
                .map(Holiday::getDate).collect(Collectors.toUnmodifiableSet()));
    }

    private static IllegalStateException noSchool(LocalDate day) {
        return new IllegalStateException("No school day within two years of %s: look at apws.calendar.terms".formatted(day));
    }
}
