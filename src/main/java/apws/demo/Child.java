package apws.demo;

import apws.calendar.AcademicYear;
import java.time.LocalDate;

/**
 * A pupil of the demo authority, as in one academic year.
 *
 * @param upn    with the check letter that the Department for Education's guide computes
 * @param year   years since Reception, which is 0
 * @param traits how this child tends to be absent
 */
record Child(String upn, String firstName, String lastName, LocalDate born, DemoSchool school, int year, LocalDate admittedOn, Family family,
             boolean sen, boolean ehcp, boolean childInNeed, boolean medicalNeed, boolean youngCarer, boolean partTimeTimetable, Traits traits,
             Chance chance) {

    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    String yearGroup() {
        return year == 0 ? "Reception" : "Year " + year;
    }

    boolean onRollOn(LocalDate day) {
        return !day.isBefore(admittedOn);
    }

    /** @param entered the academic year in which the child came to Reception */
    static String upn(DemoSchool first, AcademicYear entered, int serial) {
        var digits = "%s%02d%03d".formatted(first.code(), entered.startsIn() % 100, serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return CHECK_LETTERS.charAt(sum % CHECK_LETTERS.length()) + digits;
    }
}
