package apws.procedure.notice;

import apws.calendar.Days;
import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.letter.Letters;
import apws.procedure.SentBack;
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
    private final Letters letters;

    Improvements(SchoolCalendar calendar, Letters letters) {
        this.calendar = calendar;
        this.letters = letters;
    }

    /**
     * When the letter counts as received: by its class of post, or later where that is shown.
     *
     * @param shown an ISO date, or empty
     * @throws SentBack where it says another day itself
     */
    LocalDate received(long letterId, LocalDate postedOn, PostClass postClass, String shown) {
        var presumed = calendar.received(postedOn, postClass);
        var printed = LocalDate.parse(letters.detail(letters.newest(letterId), FROM).orElseThrow());
        if (!printed.equals(presumed)) {
            throw new SentBack("postedOn", ("the letter says that the window begins on %s. Posted so it is received on %s: prepare it again and post it "
                    + "on the day on which it is printed").formatted(Days.inWords(printed), Days.inWords(presumed)));
        }
        return shown.isEmpty() || LocalDate.parse(shown).isBefore(presumed) ? presumed : LocalDate.parse(shown);
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
