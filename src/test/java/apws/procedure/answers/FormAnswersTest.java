package apws.procedure.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.casework.Entry;
import apws.form.FieldsRead;
import apws.form.Form;
import apws.form.FormMistakes.Mistake;
import apws.form.OnForm;
import apws.legal.Offence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the application reads of a form is there, as what it reads it; a form that changes that is refused by name. */
class FormAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> recordsAndTheirForms() {
        return FormAnswers.all().stream().flatMap(answers -> Arrays.stream(answers.getAnnotation(OnForm.class).value())
                .map(form -> Arguments.of(form, answers)));
    }

    @ParameterizedTest
    @MethodSource("recordsAndTheirForms")
    void everythingThatIsReadIsAFieldOfTheForm(String form, Class<?> answers) throws IOException {
        assertThat(FieldsRead.lacking(Form.read(Files.readAllBytes(file(form))), answers)).isEmpty();
    }

    @Test
    void aFieldThatIsGoneIsNamed() throws IOException {
        assertThat(lacking("record-outcome", OutcomeAnnounced.class, "\"endedOn\"", "\"endedAt\"")).containsExactly(
                new Mistake("endedOn", "is gone, and the application reads it: keep a field with this key"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "record-outcome | endedOn | textfield | a date",
            "record-sentence | fine | textfield | a number",
            "record-contact | said | number | text or one choice",
            "write-dispute-down | disputedSessions | textfield | several choices",
            "agree-plan | actions | textfield | a list of rows"})
    void aFieldThatHasBecomeSomethingElseIsNamedWithWhatIsRead(String form, String key, String type, String read) throws IOException {
        var changed = JSON.readTree(file(form).toFile());
        field(changed, key).put("type", type).put("key", key);

        assertThat(FormAnswers.of(form).stream().flatMap(answers -> FieldsRead.lacking(Form.read(bytes(changed)), answers).stream())).contains(
                new Mistake(key, "is not what the application reads under this key: " + read));
    }

    @Test
    void aChoiceThatTheApplicationDoesNotKnowIsNamed() throws IOException {
        assertThat(lacking("record-outcome", OutcomeAnnounced.class, "\"NOT_GUILTY\"", "\"MISTRIAL\"")).singleElement()
                .satisfies(mistake -> assertThat(mistake.what()).contains("one choice among [GUILTY_PLEA"));
    }

    @Test
    void aFieldOfARowIsReadToo() throws IOException {
        assertThat(lacking("record-posting", LettersPosted.class, "\"postClass\"", "\"postage\"")).extracting(Mistake::component)
                .containsExactly("postClass");
    }

    @Test
    void anAnswerIsReadByItsTypeAndWhatIsLeftOutIsEmpty() {
        var issued = entry("issue-charge", """
                {"chargeDecision": "charged", "offence": "S444_1A", "chargedOn": "2026-11-02", "anotherField": 1, "route": null}""")
                .as(ChargeIssued.class);
        var plan = entry("agree-plan", """
                {"targetPercent": 92.5, "actions": [{"what": "Rings by 8.30", "byWhen": "2026-11-09"}]}""").as(PlanAgreed.class);

        assertThat(issued).isEqualTo(new ChargeIssued("charged", Offence.S444_1A, null, "", LocalDate.of(2026, 11, 2), null, null));
        assertThat(plan).isEqualTo(new PlanAgreed(new BigDecimal("92.5"), "", List.of(new PlanAgreed.Action("Rings by 8.30", "",
                LocalDate.of(2026, 11, 9)))));
        assertThat(entry("agree-plan", "{}").as(PlanAgreed.class)).isEqualTo(new PlanAgreed(null, "", List.of()));
        assertThat(entry("prepare-penalty-notice", "{\"parentId\": \"17\"}").as(NoticeAsPrepared.class).parentId()).isEqualTo(17L);
    }

    @Test
    void anEntryOfAnotherFormIsNotReadAsThis() {
        var entry = entry("record-contact", "{}");

        assertThatThrownBy(() -> entry.as(ChargeIssued.class)).isInstanceOf(IllegalStateException.class).hasMessageContaining("record-contact");
    }

    private static List<Mistake> lacking(String form, Class<?> answers, String what, String becomes) throws IOException {
        var changed = Files.readString(file(form)).replace(what, becomes);
        return FieldsRead.lacking(Form.read(changed.getBytes(StandardCharsets.UTF_8)), answers);
    }

    private static ObjectNode field(JsonNode within, String key) {
        return (ObjectNode) within.findParents("type").stream()
                .filter(one -> one.path("key").asText().equals(key) || one.path("path").asText().equals(key)).findFirst().orElseThrow();
    }

    private static byte[] bytes(JsonNode form) {
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Path file(String form) {
        return Path.of("forms", form + ".form");
    }

    private static Entry entry(String form, String answers) {
        try {
            return new Entry(1, "AI-2026-00001", form, "S1-01", JSON.readTree(answers), Instant.EPOCH, "l.lee");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
