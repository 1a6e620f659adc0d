package apws.procedure;

import apws.calendar.MovableClock;
import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The calendar as diagrams speak to it: dates as ISO text in, the moment for a timer or a due date out.
 * A period runs from the date that matters, never from when the token arrives.
 */
@Component("calendar")
@ForDiagrams
public class DiagramCalendar {

    /** Timers fire before the working day, tasks fall due at its end. */
    private static final LocalTime TIMERS_FIRE = LocalTime.of(5, 0);
    private static final LocalTime TASKS_FALL_DUE = LocalTime.of(17, 0);

    private final SchoolCalendar calendar;
    private final ThreadLocal<LocalDate> earlierDay = new ThreadLocal<>();

    public DiagramCalendar(SchoolCalendar calendar) {
        this.calendar = calendar;
    }

    public String today() {
        return day().toString();
    }

    public boolean schoolDay() {
        return calendar.isSchoolDay(day());
    }

    /** Works out what a diagram says as if it were asked on that day: what was counted from "today" then is counted from it again. */
    public <T> T asOn(LocalDate day, Supplier<T> work) {
        earlierDay.set(day);
        try {
            return work.get();
        } finally {
            earlierDay.remove();
        }
    }

    private LocalDate day() {
        var earlier = earlierDay.get();
        return earlier == null ? calendar.today() : earlier;
    }

    /** The end of a plan's or review's period, on a school day, as ISO text. */
    public String dayAfter(String from, @IsoPeriod String period) {
        return dayOf(from, period).toString();
    }

    /** Of two days, as ISO text, the one that comes later: no letter names a day that is past when it is written. */
    public String later(String one, String other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** The same as the moment at which a timer fires. */
    public Date after(String from, @IsoPeriod String period) {
        return at(dayOf(from, period), TIMERS_FIRE);
    }

    /** The same, unless a person has moved it to another day. */
    public Date after(String from, @IsoPeriod String period, String movedTo) {
        return movedTo == null || movedTo.isEmpty() ? after(from, period) : on(movedTo);
    }

    /** The same as the moment at which a task falls due. */
    public Date dueAfter(String from, @IsoPeriod String period) {
        return at(dayOf(from, period), TASKS_FALL_DUE);
    }

    public Date dueAfter(String from, @IsoPeriod String period, String movedTo) {
        return movedTo == null || movedTo.isEmpty() ? dueAfter(from, period) : dueOn(movedTo);
    }

    /**
     * A task of the council's own, which works in the school holidays too: it falls due after that period, on the next working day. Neither
     * a plan nor a review is such a task (settlement 5).
     */
    public Date dueAtWork(String from, @IsoPeriod String period) {
        var day = calendar.statutory(LocalDate.parse(from), period);
        return at(calendar.isWorkingDay(day) ? day : calendar.workingDayAfter(day, 1), TASKS_FALL_DUE);
    }

    /** Whether the council works: Monday to Friday and no bank holiday, the school holidays included. */
    public boolean workingDay() {
        return calendar.isWorkingDay(day());
    }

    /** The end of a period set by law: never moved. */
    public Date statutory(String from, @IsoPeriod String period) {
        return at(calendar.statutory(LocalDate.parse(from), period), TIMERS_FIRE);
    }

    /** The day on which what is sent on {@code day} by that class of post counts as received, as ISO text. */
    public String received(String day, String postClass) {
        return calendar.received(LocalDate.parse(day), PostClass.of(postClass)).toString();
    }

    /** The last day of a period that begins with {@code first}: never moved; ISO text, as letters print it. */
    public String lastDay(String first, @IsoPeriod String period) {
        return calendar.lastDay(LocalDate.parse(first), period).toString();
    }

    /** When a last day is over: the morning after. */
    public Date over(String lastDay) {
        return at(LocalDate.parse(lastDay).plusDays(1), TIMERS_FIRE);
    }

    /** When what follows a last day begins: on the first school day after it, unless a person has moved it to another day. */
    public Date schoolDayAfter(String lastDay, String movedTo) {
        return at(schoolDayOf(lastDay, movedTo), TIMERS_FIRE);
    }

    /** The same as the moment at which a task falls due. */
    public Date dueSchoolDayAfter(String lastDay, String movedTo) {
        return at(schoolDayOf(lastDay, movedTo), TASKS_FALL_DUE);
    }

    /** An appointed day: never moved. */
    public Date on(String day) {
        return at(LocalDate.parse(day), TIMERS_FIRE);
    }

    public Date dueOn(String day) {
        return at(LocalDate.parse(day), TASKS_FALL_DUE);
    }

    private LocalDate schoolDayOf(String lastDay, String movedTo) {
        return movedTo == null || movedTo.isEmpty() ? calendar.schoolDayOnOrAfter(LocalDate.parse(lastDay).plusDays(1))
                : LocalDate.parse(movedTo);
    }

    private LocalDate dayOf(String from, String period) {
        return calendar.after(LocalDate.parse(from), period);
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(MovableClock.LONDON).toInstant());
    }
}
