package apws.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void are_never_rounded_over_a_threshold_but_rounded_for_people() {
        var justBelow = figures(10_000 - 501, 501, 0);
        assertThat(justBelow.attendance()).isEqualByComparingTo("94.99");
        assertThat(justBelow.shown()).isEqualTo("95.0 %");
        assertThat(figures(9_500, 500, 0).attendance()).isEqualByComparingTo("95");
        assertThat(figures(2, 1, 0).attendance()).isEqualTo(new BigDecimal("66.66"));
        assertThat(figures(2, 1, 0).absence()).isEqualTo(new BigDecimal("33.33"));
    }

    @Test
    void compare_what_was_missed_in_whole_numbers() {
        assertThat(figures(18, 1, 1).missedAtLeast(10)).isTrue();
        assertThat(figures(19, 1, 1).missedAtLeast(10)).isFalse();
        assertThat(figures(1, 0, 1).missedAtLeast(50)).isTrue();
        assertThat(figures(0, 0, 0).missedAtLeast(0)).isFalse();
    }

    @Test
    void say_so_when_no_session_was_possible() {
        assertThat(figures(0, 0, 0).shown()).isEqualTo("no sessions yet");
        assertThat(figures(0, 0, 0).attendance()).isNull();
    }

    private static Figures figures(int attended, int authorised, int unauthorised) {
        var day = LocalDate.of(2025, 9, 1);
        return new Figures(day, day, day, attended + authorised + unauthorised, attended, authorised, unauthorised, 0, 0);
    }
}
