package apws.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import apws.casework.ChronologyLine;
import apws.desk.Story.Event;
import apws.letter.Letter;
import apws.letter.LetterKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class StoryTest {

    private static final String CASE = "AI-2026-00001";

    private final LetterKinds letterKinds = mock(LetterKinds.class);
    private final Story story = new Story(letterKinds);

    @BeforeEach
    void lettersHaveNames() {
        when(letterKinds.nameOf("AL 1.2.0")).thenReturn("invitation to a meeting in school");
    }

    @Test
    void whatWasDecidedOnAFormIsASentence() {
        var events = story.of(List.of(line(1, "2026-02-02", "S1-02", "Record meeting outcome: Held", 7L, null)), Map.of(7L, "record-meeting-outcome"),
                List.of());

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.sentence()).isEqualTo("Meeting in school: held");
            assertThat(event.kind()).isEqualTo("meetings");
            assertThat(event.entryId()).isEqualTo(7);
        });
    }

    @Test
    void anAnswerThatSaysNothingWithoutItsQuestionIsLeftOut() {
        assertThat(story.of(List.of(line(1, "2026-02-24", "S2-05", "Arrange initial meeting: No", 8L, null)), Map.of(8L, "arrange-initial-meeting"),
                List.of())).extracting(Event::sentence).containsExactly("The initial meeting was arranged");
    }

    @Test
    void lettersOfOneKindThatWentTogetherAreOneSentenceWithAllWhoGotThem() {
        var events = story.of(List.of(line(1, "2026-01-22", "S1-02", "Letter L-2026-000001 (AL 1.2.0, …) to Mrs N Birkett recorded", null, 1L),
                line(2, "2026-01-22", "S1-02", "Letter L-2026-000001 (AL 1.2.0) to Mrs N Birkett handed to the print room", null, 1L)), Map.of(),
                List.of(letter(1, "Mrs N Birkett"), letter(2, "Mr L Birkett")));

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.sentence()).isEqualTo("Invitation to a meeting in school to Mrs N Birkett and Mr L Birkett");
            assertThat(event.letters()).extracting(Story.Sent::id).containsExactly(1L, 2L);
        });
    }

    @Test
    void remindersAreNoPartOfIt() {
        assertThat(story.of(List.of(line(1, "2026-03-02", "Overdue", "Overdue: Act on time limit", null, null)), Map.of(), List.of())).isEmpty();
    }

    @Test
    void theNewestStandsFirstAndOfOneDayWhatWasWrittenLast() {
        var events = story.of(List.of(line(1, "2026-01-22", "S1-01", "first", null, null), line(2, "2026-02-02", "S1-02", "second", null, null),
                line(3, "2026-02-02", "S1-02", "third", null, null)), Map.of(), List.of());

        assertThat(events).extracting(Event::sentence).containsExactly("third", "second", "first");
    }

    @Test
    void thereIsASentenceAndAtMostOneKindForEachForm() throws IOException {
        Map<String, Object> stated;
        try (var text = Files.newInputStream(Path.of("src/main/resources/desk/sentences.yaml"))) {
            stated = new Yaml().load(text);
        }
        List<String> forms;
        try (var files = Files.list(Path.of("forms"))) {
            forms = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".form")).map(name -> name.replace(".form", "")).toList();
        }

        assertThat(((Map<?, ?>) stated.get("sentences")).keySet().stream().map(Object::toString)).containsExactlyInAnyOrderElementsOf(forms);
        assertThat(((Map<?, ?>) stated.get("kinds")).values().stream().flatMap(of -> ((List<?>) of).stream()).map(Object::toString)).doesNotHaveDuplicates()
                .isSubsetOf(forms);
    }

    private static ChronologyLine line(long id, String on, String step, String what, Long entryId, Long letterId) {
        return new ChronologyLine(id, CASE, LocalDate.parse(on), step, what, Instant.parse("2026-02-02T10:00:00Z").plusSeconds(id), "lead", entryId, letterId);
    }

    private static Letter letter(long id, String to) {
        return new Letter(id, "L-2026-00000" + id, "AL 1.2.0", "S1-02", CASE, 93, 167L, to, Letter.Status.HANDED_OVER,
                Instant.parse("2026-01-22T10:00:00Z"), "lead", 2, null, null, null, null, null, null);
    }
}
