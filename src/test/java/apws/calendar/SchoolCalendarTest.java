package apws.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.calendar.CalendarSettings.DaysCounted;
import apws.calendar.CalendarSettings.Received;
import apws.calendar.CalendarSettings.Term;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolCalendarTest {

    private static final SchoolCalendar USUAL = calendar(DaysCounted.CALENDAR_DAYS);

    @ParameterizedTest
    @CsvSource({
            "2026-09-02, false", // the day before term
            "2026-09-03, true",
            "2026-09-05, false", // a Saturday
            "2026-10-26, false", // half term
            "2026-11-02, true",
            "2026-12-25, false",
            "2027-01-04, true",
            "2027-03-26, false", // Good Friday
            "2027-03-29, false", // Easter Monday
            "2027-05-03, false", // early May bank holiday, in term
            "2027-05-04, true",
            "2027-08-10, false",
            "2028-02-29, true"})
    void knowsSchoolDaysOfAYearWithoutConfiguredTerms(LocalDate day, boolean school) {
        assertThat(USUAL.isSchoolDay(day)).isEqualTo(school);
    }

    @Test
    void everyUsualYearHasAboutTheHundredAndNinetyDaysOfTheSchoolYear() {
        for (int year = 2020; year < 2040; year++) {
            var days = USUAL.schoolDays(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31));
            assertThat(days).as("school days of %s", year).hasSizeBetween(186, 196);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "2026-11-02, P14D, 2026-11-16",
            "2026-10-12, P14D, 2026-11-02", // into half term, on to the Monday after
            "2026-11-07, P14D, 2026-11-23", // a Saturday
            "2026-12-07, P28D, 2027-01-04", // over Christmas
            "2026-07-06, P28D, 2026-09-03", // over the summer
            "2027-04-19, P14D, 2027-05-04", // a bank holiday in term
            "2026-10-20, P15D, 2026-11-04"}) // over the change from summer time
    void aPlansPeriodRollsForwardToASchoolDay(LocalDate from, String period, LocalDate expected) {
        assertThat(USUAL.after(from, period)).isEqualTo(expected);
    }

    @Test
    void aStatutoryPeriodNeverMoves() {
        assertThat(USUAL.statutory(LocalDate.of(2026, 12, 4), "P21D")).isEqualTo(LocalDate.of(2026, 12, 25));
    }

    @ParameterizedTest
    @CsvSource({
            "2026-10-01, 1, 2026-10-02",
            "2026-10-01, 2, 2026-10-05", // over a weekend
            "2026-12-24, 1, 2026-12-29", // Christmas Day, and the Monday for Boxing Day on a Saturday
            "2026-12-24, 2, 2026-12-30",
            "2026-12-31, 1, 2027-01-04", // New Year's Day
            "2027-03-25, 1, 2027-03-30", // Easter
            "2026-10-26, 2, 2026-10-28"}) // half term: offices are open
    void workingDaysLeaveOutWeekendsAndBankHolidaysAlone(LocalDate day, int count, LocalDate expected) {
        assertThat(USUAL.workingDayAfter(day, count)).isEqualTo(expected);
    }

    @Test
    void anAuthorityMayCountSchoolDays() {
        var schoolDays = calendar(DaysCounted.SCHOOL_DAYS);
        assertThat(schoolDays.after(LocalDate.of(2026, 10, 21), "P4D")).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @Test
    void schoolWeeksSkipHolidaysAndSpanTerms() {
        assertThat(USUAL.schoolWeeksBack(LocalDate.of(2026, 11, 4), 1)).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(USUAL.schoolWeeksBack(LocalDate.of(2026, 11, 4), 2)).isEqualTo(LocalDate.of(2026, 10, 19));
        assertThat(USUAL.schoolWeeksBack(LocalDate.of(2026, 10, 28), 1)).isEqualTo(LocalDate.of(2026, 10, 19));
    }

    @Test
    void theAuthoritysOwnTermsAndClosedDaysGoBeforeTheUsualOnes() {
        var own = new SchoolCalendar(Clock.systemUTC(), new CalendarSettings(
                List.of(new Term(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 10, 16))), List.of(LocalDate.of(2026, 9, 8)), DaysCounted.CALENDAR_DAYS));
        assertThat(own.isSchoolDay(LocalDate.of(2026, 9, 4))).isFalse();
        assertThat(own.isSchoolDay(LocalDate.of(2026, 9, 7))).isTrue();
        assertThat(own.isSchoolDay(LocalDate.of(2026, 9, 8))).isFalse();
        assertThat(own.isSchoolDay(LocalDate.of(2026, 10, 19))).isFalse();
        assertThat(own.schoolDayBefore(LocalDate.of(2026, 9, 9))).isEqualTo(LocalDate.of(2026, 9, 7));
    }

    /** Settlement 5: on Friday 15 January 2027 the post leaves, Monday the 18th is a bank holiday of that year alone. */
    @Test
    void receiptKnowsOneOffBankHolidaysFromTheConfiguration() {
        var own = new SchoolCalendar(Clock.systemUTC(), new CalendarSettings(List.of(), List.of(), List.of(LocalDate.of(2027, 1, 18)),
                DaysCounted.CALENDAR_DAYS, new Received(2, 4, 0, 1)));
        var friday = LocalDate.of(2027, 1, 15);
        assertThat(own.received(friday, PostClass.FIRST_CLASS)).isEqualTo("2027-01-20");
        assertThat(USUAL.received(friday, PostClass.FIRST_CLASS)).isEqualTo("2027-01-19");
        assertThat(own.isSchoolDay(LocalDate.of(2027, 1, 18))).isFalse();
    }

    /** Settlement 5: one presumption for everything that we send, by class of post; the numbers are configuration. */
    @ParameterizedTest
    @CsvSource({
            "2026-10-02, FIRST_CLASS, 2026-10-06",
            "2026-10-10, FIRST_CLASS, 2026-10-13", // posted on a Saturday
            "2026-12-23, FIRST_CLASS, 2026-12-29", // Christmas Day and, for Boxing Day on a Saturday, Monday off
            "2026-12-30, FIRST_CLASS, 2027-01-04", // New Year's Day
            "2027-03-25, FIRST_CLASS, 2027-03-31", // Good Friday and Easter Monday
            "2027-04-29, FIRST_CLASS, 2027-05-04", // early May bank holiday
            "2026-10-02, SIGNED_FOR, 2026-10-06",
            "2026-10-02, SECOND_CLASS, 2026-10-08",
            "2026-10-02, BY_HAND, 2026-10-02",
            "2026-10-03, BY_HAND, 2026-10-03", // a Saturday
            "2026-10-02, LEFT_AT_ADDRESS, 2026-10-05"})
    void receiptIsPresumedByClassOfPost(LocalDate sent, PostClass by, LocalDate received) {
        assertThat(USUAL.received(sent, by)).isEqualTo(received);
    }

    @ParameterizedTest
    @CsvSource({"first class, FIRST_CLASS", "first, FIRST_CLASS", "second, SECOND_CLASS", "Signed for, SIGNED_FOR", "signedFor, SIGNED_FOR",
            "byHand, BY_HAND", "left at the address, LEFT_AT_ADDRESS"})
    void aClassOfPostIsFoundByItsWords(String words, PostClass found) {
        assertThat(PostClass.of(words)).isEqualTo(found);
        assertThatThrownBy(() -> PostClass.of("by pigeon")).hasMessage("There is no class of post \"by pigeon\"");
    }

    /** Settlement 5: the warning's last day is its receipt and 29 days, a Sunday or not, also where plans count school days. */
    @Test
    void aWarningsLastDayIsNeverMoved() {
        assertThat(USUAL.lastDay(LocalDate.of(2026, 9, 18), "P30D")).isEqualTo("2026-10-17");
        assertThat(calendar(DaysCounted.SCHOOL_DAYS).lastDay(LocalDate.of(2026, 9, 18), "P30D")).isEqualTo("2026-10-17");
    }

    @Test
    void aTermThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new Term(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 6))).hasMessageContaining("ends before it begins");
    }

    @Test
    void todayIsLondonsDay() {
        var lateInUtc = Clock.fixed(Instant.parse("2026-06-30T23:30:00Z"), MovableClock.LONDON);
        assertThat(new SchoolCalendar(lateInUtc, new CalendarSettings(List.of(), List.of(), DaysCounted.CALENDAR_DAYS)).today())
                .isEqualTo(LocalDate.of(2026, 7, 1));
    }

    private static SchoolCalendar calendar(DaysCounted counted) {
        return new SchoolCalendar(Clock.systemUTC(), new CalendarSettings(List.of(), List.of(), counted));
    }
}
