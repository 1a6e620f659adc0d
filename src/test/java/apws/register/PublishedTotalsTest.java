package apws.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * One real authority's year, by code: Doncaster 2025/26, all schools (Department for Education, Open Government Licence v3.0). Marks in that
 * number must come to the totals and percentages that were published for them.
 */
class PublishedTotalsTest {

    private static final Map<String, Integer> SESSIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("/", 6_337_163), Map.entry("\\", 6_498_399), Map.entry("L", 225_326),
            Map.entry("B", 47_414), Map.entry("P", 9_456), Map.entry("V", 102_122), Map.entry("W", 17_144), Map.entry("K", 6_514),
            Map.entry("I", 388_464), Map.entry("M", 37_542), Map.entry("R", 3_804), Map.entry("S", 2_195), Map.entry("T", 4_235),
            Map.entry("E", 39_310), Map.entry("C", 45_079), Map.entry("C1", 370), Map.entry("J1", 1_400), Map.entry("C2", 22_513),
            Map.entry("G", 99_196), Map.entry("U", 29_942), Map.entry("O", 286_596), Map.entry("N", 4_329)));

    private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 8, 31);

    private final MarkCodes codes = new MarkCodes();

    @Test
    void come_to_the_published_sessions_and_percentages() {
        var year = figures();

        assertThat(year.possible()).isEqualTo(14_208_513);
        assertThat(year.attended()).isEqualTo(13_243_538);
        assertThat(year.missed()).isEqualTo(964_975);
        assertThat(year.authorised()).isEqualTo(544_912);
        assertThat(year.unauthorised()).isEqualTo(420_063);
        assertThat(percent(year.attended(), year)).isCloseTo(93.2084729767288, within(1e-12));
        assertThat(percent(year.missed(), year)).isCloseTo(6.79152702327119, within(1e-12));
        assertThat(percent(year.authorised(), year)).isCloseTo(3.83510927568564, within(1e-12));
        assertThat(percent(year.unauthorised(), year)).isCloseTo(2.95641774758555, within(1e-12));
        assertThat(percent(year.illness(), year)).isCloseTo(2.73402290584525, within(1e-12));
        assertThat(percent(year.noReasonYet(), year)).isCloseTo(0.0304676499222684, within(1e-12));
    }

    @Test
    void are_shown_to_people_as_they_were_published_and_compared_without_rounding() {
        assertThat(figures().shown()).isEqualTo("93.2 %");
        assertThat(figures().attendance()).isEqualByComparingTo("93.20");
        assertThat(figures().absence()).isEqualByComparingTo("6.79");
    }

    /** The marks one after another in as many pupils' years as they fill. */
    private Figures figures() {
        var tally = new Tally(codes, FIRST, LAST);
        var marks = new byte[MarkedYear.SESSIONS - 2];
        int held = 0;
        for (var code : SESSIONS.entrySet()) {
            var number = codes.on(FIRST, code.getKey()).orElseThrow().number();
            for (int i = 0; i < code.getValue(); i++) {
                marks[held++] = number;
                if (held == marks.length) {
                    tally.count(new MarkedYear(FIRST, marks));
                    held = 0;
                }
            }
        }
        return tally.count(new MarkedYear(FIRST, Arrays.copyOf(marks, held))).figures();
    }

    private static double percent(int sessions, Figures year) {
        return 100.0 * sessions / year.possible();
    }
}
