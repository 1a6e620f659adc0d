package apws.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkCodesTest {

    private static final LocalDate NOW = LocalDate.of(2025, 11, 3);

    private final MarkCodes codes = new MarkCodes();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PRESENT      | / \\ L",
        "APPROVED     | K V P W B",
        "AUTHORISED   | C C1 C2 E I J1 M R S T",
        "UNAUTHORISED | G N O U",
        "NOT_POSSIBLE | D Q X Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #"})
    void stand_in_their_class(MarkKind kind, String all) {
        for (var code : all.split(" ")) {
            assertThat(codes.on(NOW, code)).as(code).hasValueSatisfying(mark -> assertThat(mark.kind()).isEqualTo(kind));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // code, class, last day on which it stood
        "H, AUTHORISED, 2024-08-18", "J, APPROVED, 2024-08-18", "Y, NOT_POSSIBLE, 2024-08-18", "F, AUTHORISED, 2013-08-31"})
    void stand_until_they_were_retired(String code, MarkKind kind, LocalDate last) {
        assertThat(codes.on(last, code)).hasValueSatisfying(mark -> assertThat(mark.kind()).isEqualTo(kind));
        assertThat(codes.on(last.plusDays(1), code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C2", "J1", "K", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7"})
    void stand_from_the_day_they_came(String code) {
        assertThat(codes.on(LocalDate.of(2024, 8, 18), code)).isEmpty();
        assertThat(codes.on(LocalDate.of(2024, 8, 19), code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "i", "C3", "//", "A", "1", "Y8", "present"})
    void refuse_what_is_no_mark(String code) {
        assertThat(codes.on(NOW, code)).isEmpty();
    }

    @Test
    void tell_two_character_codes_from_one_character_ones() {
        assertThat(split("/\\")).containsExactly("/", "\\");
        assertThat(split("C1C")).containsExactly("C1", "C");
        assertThat(split("CC1")).containsExactly("C", "C1");
        assertThat(split("Y1Y2")).containsExactly("Y1", "Y2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C1", "C", "C11", "1C", "YY1", "/\\/", "C3", ""})
    void refuse_a_day_that_cannot_be_told_apart(String day) {
        assertThat(codes.split(NOW, day, 2)).isEmpty();
    }

    @Test
    void split_a_day_by_the_codes_of_its_time() {
        assertThat(codes.split(LocalDate.of(2024, 1, 8), "JY", 2)).isPresent();
        assertThat(codes.split(NOW, "JY", 2)).isEmpty();
    }

    private List<String> split(String day) {
        return codes.split(NOW, day, 2).orElseThrow().stream().map(Mark::code).toList();
    }

    @Test
    void of_a_day_are_those_that_stood_on_it() {
        assertThat(codes.on(LocalDate.of(2024, 8, 19))).extracting(Mark::code).contains("/", "O", "C1", "Y4");
        assertThat(codes.on(LocalDate.of(2024, 8, 18))).extracting(Mark::code).contains("/", "O").doesNotContain("C1", "Y4");
    }
}
