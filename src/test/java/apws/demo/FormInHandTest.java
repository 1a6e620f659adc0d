package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormInHandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A Thursday; the autumn half term begins after the Friday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 22);

    @Test
    void whatIsSaidUnderAFieldsNameIsItsAnswer() {
        assertThat(filled("{}", "[{'type': 'textfield', 'key': 'place'}, {'type': 'textfield', 'key': 'other'}]", Map.of("place", "Room 2")))
                .isEqualTo(Map.of("place", "Room 2"));
    }

    @Test
    void whatCountsMostIsSaidFirst() {
        var form = form("[{'type': 'radio', 'key': 'decision', 'values': [{'value': 'held'}, {'value': 'missed'}]}]");
        assertThat(inHand("{}", true, Map.of("decision", "missed"), Map.of("decision", "held")).filled(form)).containsEntry("decision", "missed");
    }

    @Test
    void whatIsRequiredIsAnsweredFittingly() {
        assertThat(filled("{}", """
                [{'type': 'checkbox', 'key': 'read', 'validate': {'required': true}},
                 {'type': 'select', 'key': 'how', 'values': [{'value': 'post'}, {'value': 'hand'}], 'validate': {'required': true}},
                 {'type': 'datetime', 'subtype': 'date', 'key': 'on', 'validate': {'required': true}},
                 {'type': 'number', 'key': 'pages', 'validate': {'required': true, 'min': 3}},
                 {'type': 'textarea', 'key': 'why', 'validate': {'required': true}},
                 {'type': 'textarea', 'key': 'more'}]""", Map.of()))
                .containsEntry("read", true).containsEntry("how", "post").containsEntry("on", "2026-10-22").containsEntry("pages", 3)
                .containsKey("why").doesNotContainKey("more");
    }

    @Test
    void aRequiredFieldKeepsWhatStandsOnTheForm() {
        assertThat(filled("{'place': 'Room 7'}", "[{'type': 'textfield', 'key': 'place', 'validate': {'required': true}}]", Map.of()))
                .containsEntry("place", "Room 7");
    }

    @Test
    void anAnswerThatIsNoOptionGivesWayToTheFirst() {
        assertThat(filled("{'officers': [{'value': 'ewo.hale'}]}", "[{'type': 'select', 'key': 'officer', 'valuesKey': 'officers'}]",
                Map.of("officer", "nobody"))).containsEntry("officer", "ewo.hale");
    }

    @Test
    void daysAreCountedFromTodayOrFromWhatTheFormShows() {
        var fields = """
                [{'type': 'datetime', 'key': 'before'}, {'type': 'datetime', 'key': 'after'}, {'type': 'datetime', 'key': 'meeting'},
                 {'type': 'number', 'key': 'target'}, {'type': 'number', 'key': 'unknown'}, {'type': 'textfield', 'key': 'who'}]""";
        assertThat(filled("{'meetingOn': '2026-11-02', 'baseline': 71.2, 'parents': [{'name': 'Ms A Example'}]}", fields, Map.of(
                "before", "{today-3}", "after", "{today+2}", "meeting", "{meetingOn+1}", "target", "{baseline+6|95}", "unknown", "{missing+6|95}",
                "who", "{user} and {parent}")))
                .containsEntry("before", "2026-10-19").containsEntry("after", "2026-11-02").containsEntry("meeting", "2026-11-03")
                .containsEntry("target", BigDecimal.valueOf(78)).containsEntry("unknown", 95).containsEntry("who", "Rosa Hale and Ms A Example");
    }

    @Test
    void rowsThatTheFormGivesAreAnsweredByTheirNumber() {
        var form = """
                [{'type': 'dynamiclist', 'path': 'parents', 'allowAddRemove': false, 'components': [
                  {'type': 'textfield', 'key': 'parentId', 'readonly': true, 'properties': {'rowKey': 'yes'}},
                  {'type': 'textfield', 'key': 'name', 'readonly': true},
                  {'type': 'select', 'key': 'came', 'values': [{'value': 'attended'}, {'value': 'apologies'}]}]}]""";
        assertThat(filled("{'parents': [{'parentId': '11', 'name': 'A'}, {'parentId': '12', 'name': 'B'}, {'parentId': '13', 'name': 'C'}]}", form,
                Map.of("parents.came", Map.of("byRow", List.of("attended", "apologies")))))
                .isEqualTo(Map.of("parents", List.of(Map.of("parentId", "11", "came", "attended"), Map.of("parentId", "12", "came", "apologies"),
                        Map.of("parentId", "13", "came", "apologies"))));
    }

    @Test
    void rowsArePutInWhereSomeAreWrittenOrAsked() {
        var fields = """
                [{'type': 'dynamiclist', 'path': '%s', %s 'components': [
                  {'type': 'textfield', 'key': 'what', 'validate': {'required': true}}]}]""";
        assertThat(filled("{}", fields.formatted("actions", ""), Map.of("actions", List.of(Map.of("what", "Rings")))))
                .isEqualTo(Map.of("actions", List.of(Map.of("what", "Rings"))));
        assertThat(filled("{}", fields.formatted("exhibits", "'properties': {'requiredWhen': '=true'},"), Map.of("what", "A letter")))
                .isEqualTo(Map.of("exhibits", List.of(Map.of("what", "A letter"))));
        assertThat(filled("{}", fields.formatted("breaks", ""), Map.of())).isEmpty();
    }

    @Test
    void whatIsTakenBelongsToWhatWasChosen() {
        assertThat(filled("{'free': [{'id': '1', 'days': [{'value': 'mon'}]}, {'id': '2', 'days': [{'value': 'tue'}, {'value': 'wed'}]}]}",
                "[{'type': 'select', 'key': 'id', 'values': [{'value': '2'}]}, {'type': 'checklist', 'key': 'days'}]",
                Map.of("id", "2", "days", Map.of("take", List.of("free", "id", "days"))))).containsEntry("days", List.of("tue", "wed"));
    }

    @Test
    void whatTheFormShowsDecidesBetweenTwoAnswers() {
        var form = form("[{'type': 'textfield', 'key': 'decision'}]");
        var said = Map.<String, Object>of("decision", Map.of("where", "warningDoubles", "then", "yes", "otherwise", "no"));
        assertThat(inHand("{'warningDoubles': true}", true, said).filled(form)).containsEntry("decision", "yes");
        assertThat(inHand("{'warningDoubles': false}", true, said).filled(form)).containsEntry("decision", "no");
    }

    @Test
    void aDayMayBeAnyDay() {
        assertThat(filled("{'issuedOn': '2026-10-22'}", "[{'type': 'datetime', 'key': 'paidOn'}]", Map.of("paidOn", "{issuedOn+9 days}")))
                .containsEntry("paidOn", "2026-10-31");
    }

    @Test
    void aCaseWithAStoryGoesTheUsualWay() {
        var form = form("[{'type': 'textfield', 'key': 'decision'}]");
        var said = Map.<String, Object>of("decision", Map.of("usual", "accept", "otherwise", "{recommendation}"));
        assertThat(inHand("{'recommendation': 'return'}", true, said).filled(form)).containsEntry("decision", "accept");
        assertThat(inHand("{'recommendation': 'return'}", false, said).filled(form)).containsEntry("decision", "return");
    }

    @Test
    void chanceTakesOneOfSeveralAndTheSameAgain() {
        var form = form("[{'type': 'textfield', 'key': 'words'}]");
        var said = Map.<String, Object>of("words", Map.of("oneOf", List.of("one", "other", "third")));
        var first = inHand("{}", true, said).filled(form);
        assertThat(first.get("words")).isIn("one", "other", "third");
        assertThat(inHand("{}", true, said).filled(form)).isEqualTo(first);
    }

    private static Map<String, Object> filled(String shown, String fields, Map<String, Object> said) {
        return inHand(shown, true, said).filled(form(fields));
    }

    @SafeVarargs
    private static FormInHand inHand(String shown, boolean usual, Map<String, Object>... said) {
        var hale = DemoUser.find("ewo.hale").orElseThrow();
        return new FormInHand(new Situation(TODAY, json(shown), new Chance(1)), hale, Calendars.USUAL, usual, List.of(said));
    }

    private static JsonNode form(String fields) {
        return json("{'components': %s}".formatted(fields));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
