package apws.calendar;

import java.time.LocalDate;
import java.time.Month;

/** 1 September to 31 August (Education Act 1996 s.579). */
public record AcademicYear(LocalDate first, LocalDate last) {

    public static AcademicYear of(LocalDate day) {
        return startingIn(day.getMonth().compareTo(Month.SEPTEMBER) >= 0 ? day.getYear() : day.getYear() - 1);
    }

    public static AcademicYear startingIn(int year) {
        return new AcademicYear(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31));
    }

    public int startsIn() {
        return first.getYear();
    }

    /** As schools write it: {@code 2026/27}. */
    public String shown() {
        return "%d/%02d".formatted(first.getYear(), last.getYear() % 100);
    }
}
