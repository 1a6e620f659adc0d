package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import apws.calendar.AcademicYear;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo authority's children beside the published figures of a real one, over whole school years. */
class CalibrationTest {

    private static final Set<String> ATTENDING = Set.of("/", "\\", "L", "K", "V", "P", "W", "B");
    private static final Set<String> NOT_POSSIBLE = Set.of("D", "Y4");

    private final MarkShares published = MarkShares.published();
    private final Attendance attendance = new Attendance(published);
    private final Population population = new Population(Fernshire.SEED);

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2027})
    void attendanceAndPersistentAbsenceAreAsPublished(int startsIn) {
        var year = SchoolYear.of(AcademicYear.startingIn(startsIn), Calendars.USUAL);
        var children = population.in(year.year()).stream().map(child -> Sessions.of(attendance.of(child, year))).filter(s -> s.possible > 0).toList();
        double possible = children.stream().mapToInt(Sessions::possible).sum();
        double attended = children.stream().mapToInt(Sessions::attended).sum();
        double persistent = children.stream().filter(s -> s.missed() * 10 >= s.possible).count();
        assertThat(100 * attended / possible).isCloseTo(93.2, within(0.3));
        assertThat(100 * persistent / children.size()).isCloseTo(19.8, within(1.2));
    }

    @Test
    void everyBandOccurs() {
        var year = SchoolYear.of(AcademicYear.startingIn(2026), Calendars.USUAL);
        var rates = population.in(year.year()).stream().map(child -> Sessions.of(attendance.of(child, year))).filter(s -> s.possible > 0)
                .map(s -> 100.0 * s.attended / s.possible).toList();
        assertThat(rates).filteredOn(rate -> rate >= 97).hasSizeGreaterThan(500);
        assertThat(rates).filteredOn(rate -> rate >= 95 && rate < 97).hasSizeGreaterThan(200);
        assertThat(rates).filteredOn(rate -> rate >= 90 && rate < 95).hasSizeGreaterThan(300);
        assertThat(rates).filteredOn(rate -> rate > 50 && rate < 90).hasSizeGreaterThan(200);
        assertThat(rates).filteredOn(rate -> rate <= 50).hasSizeGreaterThan(3);
    }

    @Test
    void everyPublishedMarkOccursAndTheFrequentOnesAboutAsOften() {
        var year = SchoolYear.of(AcademicYear.startingIn(2025), Calendars.USUAL);
        var byPhase = new EnumMap<Phase, Map<String, Integer>>(Phase.class);
        for (var child : population.in(year.year())) {
            marks(attendance.of(child, year)).forEach(mark -> byPhase.computeIfAbsent(child.school().phase(), p -> new HashMap<>()).merge(mark, 1, Integer::sum));
        }
        assertThat(byPhase.values()).flatExtracting(Map::keySet).containsAll(published.marks());
        for (var phase : List.of(Phase.PRIMARY, Phase.SECONDARY)) {
            var counted = byPhase.get(phase);
            double possible = counted.entrySet().stream().filter(e -> !NOT_POSSIBLE.contains(e.getKey())).mapToInt(Map.Entry::getValue).sum();
            for (var mark : published.marks()) {
                if (published.of(mark, phase) > 0.002) {
                    assertThat(counted.get(mark) / possible).as("%s in %s schools", mark, phase)
                            .isCloseTo(published.of(mark, phase), Percentage.withPercentage(25));
                }
            }
        }
    }

    @Test
    void unexplainedAbsenceBeginsOnMondaysAndFridays() {
        var year = SchoolYear.of(AcademicYear.startingIn(2025), Calendars.USUAL);
        var begun = new int[6];
        var schoolDays = new int[6];
        year.days().forEach(day -> schoolDays[day.getDayOfWeek().getValue()]++);
        for (var child : population.in(year.year())) {
            var marks = attendance.of(child, year);
            for (int i = 1; i < marks.length; i++) {
                if (marks[i - 1] != null && marks[i].morning().equals("O") && !marks[i - 1].morning().equals("O")) {
                    begun[year.days().get(i).getDayOfWeek().getValue()]++;
                }
            }
        }
        double midweek = (begun[2] + begun[3] + begun[4]) / (double) (schoolDays[2] + schoolDays[3] + schoolDays[4]);
        assertThat(begun[1] / (double) schoolDays[1]).isGreaterThan(1.2 * midweek);
        assertThat(begun[5] / (double) schoolDays[5]).isGreaterThan(1.2 * midweek);
    }

    private static Stream<String> marks(RegisterDay[] days) {
        return Stream.of(days).filter(day -> day != null).flatMap(day -> Stream.of(day.morning(), day.afternoon()));
    }

    private record Sessions(int possible, int attended) {

        static Sessions of(RegisterDay[] days) {
            var possible = marks(days).filter(mark -> !NOT_POSSIBLE.contains(mark)).toList();
            return new Sessions(possible.size(), (int) possible.stream().filter(ATTENDING::contains).count());
        }

        int missed() {
            return possible - attended;
        }
    }
}
