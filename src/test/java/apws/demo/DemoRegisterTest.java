package apws.demo;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import apws.calendar.AcademicYear;
import apws.demo.DemoRegister.Line;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRegisterTest {

    private static final DemoRegister REGISTER = register();

    @ParameterizedTest
    @CsvSource({"2026-09-01, 2026-11-23", "2027-12-20, 2028-02-29", "2027-04-30, 2027-08-16", "2026-12-18, 2027-01-04"})
    void daysSentOneByOneComeToTheSameAsAllSentAtOnce(LocalDate from, LocalDate to) {
        var school = DemoSchool.HIGH;
        var grown = new HashMap<String, String>();
        REGISTER.upTo(from.minusDays(1), school).stream().filter(line -> inYearOf(to, line)).forEach(line -> put(grown, line));
        from.datesUntil(to.plusDays(1)).forEach(day -> REGISTER.sentOn(day, school).forEach(line -> put(grown, line)));
        var atOnce = new HashMap<String, String>();
        REGISTER.upTo(to, school).forEach(line -> put(atOnce, line));
        assertThat(atOnce).isNotEmpty();
        assertThat(grown).isEqualTo(atOnce);
    }

    @Test
    void anotherRunMakesTheSameMarks() {
        var day = LocalDate.of(2026, 11, 20);
        assertThat(register().upTo(day, DemoSchool.ACADEMY)).isEqualTo(REGISTER.upTo(day, DemoSchool.ACADEMY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-08-20", "2026-12-25", "2027-01-01", "2027-05-03", "2026-11-22", "2026-10-28"})
    void nothingIsSentWhereSchoolsAreClosed(LocalDate day) {
        assertThat(DemoSchool.all()).allMatch(school -> REGISTER.sentOn(day, school).isEmpty());
    }

    @Test
    void aLeapDayHasItsRegister() {
        var day = LocalDate.of(2028, 2, 29);
        assertThat(REGISTER.sentOn(day, DemoSchool.HIGH)).filteredOn(line -> line.date().equals(day)).hasSizeGreaterThan(700);
    }

    @Test
    void theFirstOfSeptemberBeginsAnEmptyRegister() {
        assertThat(REGISTER.upTo(LocalDate.of(2026, 9, 1), DemoSchool.HIGH)).isEmpty();
    }

    @Test
    void someReasonsAreNotYetKnownAndComeWithinAWeek() {
        var day = LocalDate.of(2026, 11, 20);
        var later = LocalDate.of(2026, 11, 30);
        var unknown = unexplained(REGISTER.upTo(day, DemoSchool.HIGH), day);
        assertThat(unknown).isGreaterThan(5);
        assertThat(unexplained(REGISTER.upTo(later, DemoSchool.HIGH), day)).isLessThan(unknown / 2);
    }

    @Test
    void aChildHasNoMarksBeforeComingToTheSchool() {
        var day = LocalDate.of(2026, 11, 20);
        var admittedOn = new Population(Fernshire.SEED).on(day).stream().filter(child -> child.school().equals(DemoSchool.HIGH))
                .filter(child -> child.admittedOn().isAfter(LocalDate.of(2026, 9, 10))).collect(toMap(Child::upn, Child::admittedOn));
        assertThat(admittedOn).isNotEmpty();
        assertThat(REGISTER.upTo(day, DemoSchool.HIGH)).filteredOn(line -> admittedOn.containsKey(line.upn())).isNotEmpty()
                .allMatch(line -> !line.date().isBefore(admittedOn.get(line.upn())));
    }

    private static long unexplained(List<Line> lines, LocalDate day) {
        return lines.stream().filter(line -> line.date().equals(day) && line.mark().equals("N")).count();
    }

    private static boolean inYearOf(LocalDate day, Line line) {
        return AcademicYear.of(line.date()).equals(AcademicYear.of(day));
    }

    private static void put(Map<String, String> marks, Line line) {
        marks.put("%s %s %s".formatted(line.upn(), line.date(), line.session()), line.mark());
    }

    private static DemoRegister register() {
        return new DemoRegister(new Population(Fernshire.SEED), new Attendance(MarkShares.published()), Calendars.USUAL,
                (child, day, usual) -> usual);
    }
}
