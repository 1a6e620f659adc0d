package apws.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.nextOrSame;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import apws.calendar.CalendarSettings.Term;
import java.time.LocalDate;
import java.util.List;

/**
 * The pattern that most English authorities follow, for a year whose term dates are not configured yet:
 * six half terms, with a week off in late October, mid-February and late May, two at Christmas and two at Easter.
 */
final class UsualTerms {

    private UsualTerms() {
    }

    static List<Term> of(AcademicYear year, LocalDate goodFriday) {
        int autumn = year.startsIn();
        int spring = autumn + 1;
        var octoberBreak = LocalDate.of(autumn, 10, 31).with(lastInMonth(MONDAY));
        var christmasBreak = LocalDate.of(autumn, 12, 24).with(previousOrSame(MONDAY));
        var februaryBreak = LocalDate.of(spring, 2, 12).with(nextOrSame(MONDAY));
        var easterBreak = goodFriday.with(previousOrSame(MONDAY));
        var mayBreak = LocalDate.of(spring, 5, 31).with(lastInMonth(MONDAY));
        return List.of(
                new Term(LocalDate.of(autumn, 9, 3), octoberBreak.minusDays(3)),
                new Term(octoberBreak.plusWeeks(1), christmasBreak.minusDays(3)),
                new Term(christmasBreak.plusWeeks(2), februaryBreak.minusDays(3)),
                new Term(februaryBreak.plusWeeks(1), easterBreak.minusDays(3)),
                new Term(easterBreak.plusWeeks(2), mayBreak.minusDays(3)),
                new Term(mayBreak.plusWeeks(1), LocalDate.of(spring, 7, 21)));
    }
}
