package apws.demo;

import apws.calendar.CalendarSettings;
import apws.calendar.CalendarSettings.DaysCounted;
import apws.calendar.SchoolCalendar;
import java.time.Clock;
import java.util.List;

final class Calendars {

    static final SchoolCalendar USUAL =
            new SchoolCalendar(Clock.systemUTC(), new CalendarSettings(List.of(), List.of(), DaysCounted.CALENDAR_DAYS));

    private Calendars() {
    }
}
