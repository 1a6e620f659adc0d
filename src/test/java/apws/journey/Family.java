package apws.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One pupil who goes all the way, as the files that a school's systems would send: away each Wednesday and Thursday without leave, after
 * the warning on Fridays too, until support is taken up after the conviction. The parents live apart. Everybody in it is made up.
 */
final class Family {

    static final String PUPIL = "Ivy Marlow";
    static final String UPN = "A999100000021";
    static final String MOTHER = "Ms M Marlow";
    static final String FATHER = "Mr N Hale";
    static final LocalDate SUPPORT_TAKEN_UP = LocalDate.of(2027, 5, 5);

    private static final LocalDate WARNED = LocalDate.of(2026, 11, 3);
    private static final Set<DayOfWeek> AT_FIRST = EnumSet.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
    private static final Set<DayOfWeek> LATER = EnumSet.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private Family() {
    }

    static String pupils() {
        return "UPN,Forename,Surname,DOB,YearGroup,LAEstab,Admitted,SEN,YoungCarer\n"
                + "%s,Ivy,Marlow,2014-05-03,Year 8,%s,2025-09-04,yes,no\n".formatted(UPN, Town.MARSH_LANE);
    }

    static String parents() {
        return """
                Reference,UPN,Relationship,LivesWithPupil,Title,Forename,Surname,Address,Postcode,AddressConfidential,\
                DoNotContactReason,DoNotContactAuthorisedBy
                P21,A999100000021,mother,yes,Ms,Maud,Marlow,21 Mill Street|Fairhaven,ZZ99 2BA,no,,
                P22,A999100000021,father,no,Mr,Noel,Hale,22 Far Road|Otherham,ZZ98 3BC,no,,
                """;
    }

    static String officers() {
        return "User,Name,Post,Telephone,Email,Limit,Patch\n"
                + "asha.officer,Asha Officer,,01632 960310,asha.officer@testing.example,25,%s\n".formatted(Town.MARSH_LANE);
    }

    static String register(String school, List<LocalDate> days) {
        var rows = new StringBuilder("UPN,Date,Session,Mark\n");
        for (var day : days) {
            rows.append("%s,%s,AM,%s\n".formatted(UPN, day, isAway(day) ? "O" : "/"));
            rows.append("%s,%s,PM,%s\n".formatted(UPN, day, isAway(day) ? "O" : "\\"));
        }
        return rows.toString();
    }

    private static boolean isAway(LocalDate day) {
        return day.isBefore(SUPPORT_TAKEN_UP) && (day.isBefore(WARNED) ? AT_FIRST : LATER).contains(day.getDayOfWeek());
    }
}
