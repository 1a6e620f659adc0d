package apws.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PupilTest {

    @ParameterizedTest
    @CsvSource({
        // born, first day, last day
        "2020-08-31, 2025-08-31, 2036-06-27",
        "2020-09-01, 2025-12-31, 2037-06-26",
        "2020-12-31, 2025-12-31, 2037-06-26",
        "2021-01-01, 2026-03-31, 2037-06-26",
        "2021-03-31, 2026-03-31, 2037-06-26",
        "2021-04-01, 2026-08-31, 2037-06-26",
        "2009-08-31, 2014-08-31, 2025-06-27",
        "2009-09-01, 2014-12-31, 2026-06-26",
        "2020-02-29, 2025-03-31, 2036-06-27"})
    void is_of_compulsory_school_age_from_after_the_fifth_birthday_to_the_last_friday_in_june(
            LocalDate born, LocalDate first, LocalDate last) {
        var pupil = born(born);
        assertThat(pupil.ofCompulsorySchoolAge(first.minusDays(1))).isFalse();
        assertThat(pupil.ofCompulsorySchoolAge(first)).isTrue();
        assertThat(pupil.ofCompulsorySchoolAge(last)).isTrue();
        assertThat(pupil.ofCompulsorySchoolAge(last.plusDays(1))).isFalse();
    }

    @Test
    void says_in_words_what_calls_for_support_first() {
        assertThat(born(LocalDate.of(2015, 1, 1)).supportFlags()).isEmpty();
        assertThat(new Pupil(1L, "A999000125001", "Ada", "Moss", LocalDate.of(2015, 1, 1), "5", "9990001", LocalDate.of(2020, 9, 1), null,
                true, true, true, true, true, true, true, true).supportFlags())
                .containsExactly("special educational needs", "education, health and care plan", "child-in-need plan",
                        "child-protection plan", "looked after", "medical need", "young carer", "part-time timetable");
    }

    @Test
    void is_on_roll_from_admission_to_the_last_day() {
        var pupil = new Pupil(1L, "A999000125001", "Ada", "Moss", LocalDate.of(2015, 1, 1), "5", "9990001", LocalDate.of(2020, 9, 1),
                LocalDate.of(2026, 7, 17), false, false, false, false, false, false, false, false);
        assertThat(pupil.isOnRoll(LocalDate.of(2020, 8, 31))).isFalse();
        assertThat(pupil.isOnRoll(LocalDate.of(2020, 9, 1))).isTrue();
        assertThat(pupil.isOnRoll(LocalDate.of(2026, 7, 17))).isTrue();
        assertThat(pupil.isOnRoll(LocalDate.of(2026, 7, 18))).isFalse();
    }

    private static Pupil born(LocalDate born) {
        return new Pupil(1L, "A999000125001", "Ada", "Moss", born, "5", "9990001", LocalDate.of(2020, 9, 1), null,
                false, false, false, false, false, false, false, false);
    }
}
