package apws.procedure.notice;

import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The window of a Notice to Improve, as its paper, its record and its timers tell it (settlement 14). */
@Component
class Improvements {

    /** The letter's own facts. */
    static final String FROM = "improveFrom";
    static final String TO = "improveTo";
    static final String WEEKS = "schoolWeeks";

    private final SchoolCalendar calendar;

    Improvements(SchoolCalendar calendar) {
        this.calendar = calendar;
    }

    /** The last of so many school weeks that begin with the receipt. */
    LocalDate lastDay(LocalDate received, int schoolWeeks) {
        return calendar.schoolDayFrom(received, ImprovementSettings.schoolDays(schoolWeeks));
    }

    /** Of a letter that is posted first class today. */
    Map<String, Object> daysIfPostedToday(int schoolWeeks) {
        var received = calendar.received(calendar.today(), PostClass.FIRST_CLASS);
        var days = new HashMap<String, Object>();
        days.put(FROM, received.toString());
        days.put(TO, lastDay(received, schoolWeeks).toString());
        days.put(WEEKS, schoolWeeks);
        return days;
    }
}
