package apws.demo;

import apws.calendar.AcademicYear;
import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/** An academic year and its school days in order. */
record SchoolYear(AcademicYear year, List<LocalDate> days) {

    static SchoolYear of(AcademicYear year, SchoolCalendar calendar) {
        return new SchoolYear(year, calendar.schoolDays(year.first(), year.last()));
    }

    /** How many of its school days are on or before {@code day}. */
    int gone(LocalDate day) {
        int found = Collections.binarySearch(days, day);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
