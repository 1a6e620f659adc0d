package apws.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says days as people do; the one place that does. */
public final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter WITH_WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private Days() {
    }

    /** 3 May 2026 */
    public static String inWords(LocalDate day) {
        return day.format(DAY);
    }

    /** Sunday 3 May 2026 */
    public static String withWeekday(LocalDate day) {
        return day.format(WITH_WEEKDAY);
    }

    /** A day written as 2026-05-03, in words; any other text as it stands. */
    public static String inWordsIfADay(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? inWords(LocalDate.parse(text)) : text;
    }
}
