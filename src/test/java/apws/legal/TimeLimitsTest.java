package apws.legal;

import static org.assertj.core.api.Assertions.assertThat;

import apws.legal.LegalSettings.CountedFrom;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitsTest {

    @ParameterizedTest
    @CsvSource({
            "2026-10-05, 2027-04-05",
            "2026-11-30, 2027-05-30",
            "2026-08-31, 2027-02-28",
            "2027-08-31, 2028-02-29", // a leap year
            "2026-08-29, 2027-02-28",
            "2027-08-29, 2028-02-29",
            "2026-08-28, 2027-02-28",
            "2027-03-31, 2027-09-30",
            "2027-02-28, 2027-08-28", // not the last day of August: the day number counts
            "2026-06-25, 2026-12-25", // Christmas Day: never moved
            "2026-10-10, 2027-04-10"}) // a Saturday
    void the_last_day_has_the_same_number_six_months_on_or_is_the_last_of_that_month(LocalDate session, LocalDate last) {
        assertThat(limits("P6M", CountedFrom.DAY_OF_SESSION).lastDay(session)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-05, 2027-04-04", "2026-09-01, 2027-02-28", "2026-08-31, 2027-02-28", "2026-03-01, 2026-08-28"})
    void legal_services_may_count_the_sessions_own_day(LocalDate session, LocalDate last) {
        assertThat(limits("P6M", CountedFrom.DAY_BEFORE_SESSION).lastDay(session)).isEqualTo(last);
    }

    @Test
    void the_length_is_configuration() {
        assertThat(limits("P1Y", CountedFrom.DAY_OF_SESSION).lastDay(LocalDate.of(2026, 10, 5))).isEqualTo("2027-10-05");
    }

    private static TimeLimits limits(String length, CountedFrom from) {
        return new TimeLimits(new LegalSettings(Period.parse(length), from, Period.parse("P3Y"), LocalDate.of(2024, 8, 19), Period.parse("P42D"), 12));
    }
}
