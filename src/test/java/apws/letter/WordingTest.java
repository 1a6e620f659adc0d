package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private final Wording say = new Wording();

    @ParameterizedTest
    @CsvSource({"15:30, 3:30pm", "09:00, 9am", "12:00, midday", "12:05:00, 12:05pm", "00:15, 12:15am", "after assembly, after assembly"})
    void timesStandAsPeopleSayThem(String given, String said) {
        assertThat(say.time(given)).isEqualTo(said);
    }

    @Test
    void datesStandInFull() {
        assertThat(say.date("2026-12-07")).isEqualTo("7 December 2026");
        assertThat(say.day("2026-12-07")).isEqualTo("Monday 7 December 2026");
        assertThat(say.dateOrWords("next week")).isEqualTo("next week");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 sessions, no day", "1, 1 session, half a day", "2, 2 sessions, 1 day", "3, 3 sessions, 1½ days",
            "16, 16 sessions, 8 days"})
    void sessionsAreAlsoToldInDays(int count, String sessions, String days) {
        assertThat(say.sessions(count)).isEqualTo(sessions);
        assertThat(say.days(count)).isEqualTo(days);
    }

    @Test
    void listsAreJoinedAsInASentence() {
        assertThat(say.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(say.list("one\n\n two ")).isEqualTo("one and two");
        assertThat(say.list(null)).isEmpty();
    }

    @Test
    void aSentenceEndsOnce() {
        assertThat(say.sentence("In every day")).isEqualTo("In every day.");
        assertThat(say.sentence("In every day! ")).isEqualTo("In every day!");
        assertThat(say.sentence(" ")).isEmpty();
    }

    @Test
    void aRowIsSaidWithItsNameFirst() {
        assertThat(say.items(List.of(Map.of("role", "school nurse", "name", "Dr E Sato"), Map.of("role", " ", "name", "J Marsh"))))
                .containsExactly("Dr E Sato, school nurse", "J Marsh");
    }

    @Test
    void amountsAndOrdinalsStandAsPeopleReadThem() {
        assertThat(List.of(say.money(160), say.money("80.00"), say.money("85.50"), say.money("no costs")))
                .containsExactly("£160", "£80", "£85.50", "no costs");
        assertThat(List.of(say.ordinal(1), say.ordinal("2"), say.ordinal("first"))).containsExactly("first", "second", "first");
    }

    @Test
    void sessionsAreToldByDay() {
        var sessions = List.of(session("2026-11-17", "PM", "U"), session("2026-11-12", "pm", "O"), session("2026-11-12", "morning", "G"));

        assertThat(say.days(sessions)).containsExactly(new Wording.Day("2026-11-12", "G", "O"), new Wording.Day("2026-11-17", null, "U"));
        assertThat(say.meanings(sessions)).containsExactly("G – meaning of G", "O – meaning of O", "U – meaning of U");
        assertThat(sessions.stream().map(say::half)).containsExactly("afternoon", "afternoon", "morning");
    }

    private static Map<String, Object> session(String date, String half, String code) {
        return Map.of("date", date, "half", half, "code", code, "meaning", "meaning of " + code);
    }
}
