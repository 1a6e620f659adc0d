package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
