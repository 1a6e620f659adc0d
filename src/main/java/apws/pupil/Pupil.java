package apws.pupil;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * A registered pupil, with what must be seen before anything escalates (settlement 17).
 *
 * @param upn    unique pupil number
 * @param leftOn the last day on roll; null for a pupil on roll
 */
public record Pupil(Long id, String upn, String firstName, String lastName, LocalDate born, String yearGroup, String schoolCode,
                    LocalDate admittedOn, LocalDate leftOn, boolean sen, boolean ehcp, boolean childInNeed, boolean childProtection,
                    boolean lookedAfter, boolean medicalNeed, boolean youngCarer, boolean partTimeTimetable) {

    public String name() {
        return firstName + " " + lastName;
    }

    /** {@code Year 8} for the bare number that most school systems send; Reception and others as they are. */
    public String year() {
        return yearGroup.matches("\\d+") ? "Year " + yearGroup : yearGroup.equals("R") ? "Reception" : yearGroup;
    }

    public boolean isOnRoll(LocalDate on) {
        return !admittedOn.isAfter(on) && (leftOn == null || !leftOn.isBefore(on));
    }

    /** What calls for support first, in words; empty when nothing is known. */
    public List<String> supportFlags() {
        var flags = new ArrayList<String>();
        if (sen) {
            flags.add("special educational needs");
        }
        if (ehcp) {
            flags.add("education, health and care plan");
        }
        if (childInNeed) {
            flags.add("child-in-need plan");
        }
        if (childProtection) {
            flags.add("child-protection plan");
        }
        if (lookedAfter) {
            flags.add("looked after");
        }
        if (medicalNeed) {
            flags.add("medical need");
        }
        if (youngCarer) {
            flags.add("young carer");
        }
        if (partTimeTimetable) {
            flags.add("part-time timetable");
        }
        return List.copyOf(flags);
    }

    /**
     * From the 31 August, 31 December or 31 March on or after the fifth birthday to the last Friday in June of the school year
     * in which 16 is reached (Education Act 1996 s.8).
     */
    public boolean ofCompulsorySchoolAge(LocalDate on) {
        return !on.isBefore(compulsoryFrom()) && !on.isAfter(compulsoryUntil());
    }

    private LocalDate compulsoryFrom() {
        var five = born.plusYears(5);
        var march = LocalDate.of(five.getYear(), Month.MARCH, 31);
        var august = LocalDate.of(five.getYear(), Month.AUGUST, 31);
        if (!five.isAfter(march)) {
            return march;
        }
        return five.isAfter(august) ? LocalDate.of(five.getYear(), Month.DECEMBER, 31) : august;
    }

    private LocalDate compulsoryUntil() {
        var sixteen = born.plusYears(16);
        var june = sixteen.getMonth().compareTo(Month.SEPTEMBER) < 0 ? sixteen.getYear() : sixteen.getYear() + 1;
        return LocalDate.of(june, Month.JUNE, 1).with(lastInMonth(FRIDAY));
    }
}
