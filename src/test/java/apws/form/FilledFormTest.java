package apws.form;

import static org.assertj.core.api.Assertions.assertThat;

import apws.form.FilledForm.Answered;
import apws.form.FilledForm.Section;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;

class FilledFormTest {

    /** Of the referral, the second version: an analyst has added an option, and worded another again. */
    private static final ObjectProvider<FormVersions> VERSIONS = new ObjectProvider<>() {
        @Override
        public FormVersions getIfAvailable() {
            return (form, version) -> version != 2 ? Optional.empty() : Optional.of(Form.read("""
                    {"id": "refer-to-apws", "components": [{"type": "radio", "key": "visitRisk", "label": "Is it safe to visit?", "values": [
                      {"value": "twoOfUs", "label": "Go in twos"}, {"value": "no", "label": "Safe"}]}]}""".getBytes(StandardCharsets.UTF_8)));
        }
    };

    private final ObjectMapper json = new ObjectMapper();
    private final FilledForm form = new FilledForm(VERSIONS);

    @Test
    void aReferralStandsInTheOrderAndWordsOfItsForm() throws Exception {
        var sections = form.of("refer-to-apws", read("""
                {"whatSchoolAsks": "Please visit", "visitRisk": "no", "detailsChecked": true, "parentsToldOn": "2026-11-20",
                 "circumstances": ["health", "transport"], "note": ""}"""));

        assertThat(sections).extracting(Section::heading)
                .containsExactly("Pupil and family", "Circumstances", "Views, and what is asked for");
        assertThat(sections.get(0).answers()).extracting(Fact::value).containsExactly("Yes", "None known");
        assertThat(sections.get(1).answers()).extracting(Fact::value).containsExactly("Health and Transport");
        assertThat(sections.get(2).answers()).containsExactly(new Fact("Parents told of this referral on", "20 November 2026"),
                new Fact("What the school asks APWS for", "Please visit"));
    }

    @Test
    void aListStandsAsATableWithTheFormsLabels() throws Exception {
        var plan = form.of("agree-plan", read("""
                {"actions": [{"what": "Breakfast club", "who": "School", "byWhen": "2026-11-09"}, {"what": "Bag ready"}],
                 "parties": [{"name": "Ms A Green", "signed": "absent"}]}"""));

        var tables = plan.stream().flatMap(section -> section.tables().stream()).toList();
        assertThat(tables.get(0).headers()).containsExactly("What", "Who", "By");
        assertThat(tables.get(0).rows()).containsExactly(List.of("Breakfast club", "School", "9 November 2026"), List.of("Bag ready", "",
                ""));
        assertThat(tables.get(1).rows()).containsExactly(List.of("Ms A Green", "Was not present"));
    }

    @Test
    void anOptionAddedInModelerIsPrintedByItsLabelByTheVersionThatWasFilledIn() throws Exception {
        var twoOfUs = read("\"twoOfUs\"");
        assertThat(form.inWords("refer-to-apws@2", "visitRisk", twoOfUs)).isEqualTo("Go in twos");
        assertThat(form.inWords("refer-to-apws@2", "visitRisk", read("\"no\""))).isEqualTo("Safe");
        assertThat(form.inWords("refer-to-apws", "visitRisk", read("\"no\""))).isEqualTo("None known");
        assertThat(form.inWords("refer-to-apws@1", "visitRisk", read("\"no\""))).as("a version that is gone").isEqualTo("None known");
        assertThat(form.of("refer-to-apws@2", read("{\"visitRisk\": \"twoOfUs\"}"))).flatExtracting(Section::answers)
                .containsExactly(new Fact("Is it safe to visit?", "Go in twos"));
    }

    @Test
    void anAnswerThatTheFormNoLongerAsksForIsNotLost() throws Exception {
        var sections = form.of("refer-to-apws", read("{\"askedInFormerYears\": \"yes, at length\"}"));

        assertThat(sections).containsExactly(
                new Section("Further answers", List.of(new Fact("Asked in former years", "yes, at length")), List.of()));
    }

    @Test
    void twoFieldsWithOneLabelAreToldApartByTheirPartOfTheForm() throws Exception {
        var answers = form.answers("prepare-penalty-notice", read("""
                {"noticeDecision": "issue", "parentId": "11", "noticeSessions": ["2026-10-05 AM", "2026-10-05 PM"], "noticeToImprove": "earlier",
                 "improveFrom": "2026-10-12", "improveTo": "2026-11-09"}"""), (key, number) -> "Ms A Green (" + key + number + ")");

        assertThat(answers).containsExactly(
                new Answered("What the form says", "Is a notice wanted?", "Yes, to be authorised"),
                new Answered("The notice", "To", "Ms A Green (parentId11)"),
                new Answered("The notice", "For these sessions", "5 October 2026, morning; 5 October 2026, afternoon"),
                new Answered("The notice", "A Notice to Improve came before", "Yes, before this record was kept"),
                new Answered("The Notice to Improve", "From", "12 October 2026"),
                new Answered("The Notice to Improve", "To", "9 November 2026"));
    }

    @Test
    void twoFieldsWithOneLabelInOnePartAreToldApartByWhatTheyAreOf() throws Exception {
        var answers = form.answers("approve-prosecution", read("""
                {"evidenceWhy": "The register says so", "publicInterestWhy": "All else was tried"}"""), (key, number) -> null);

        assertThat(answers).extracting(Answered::part, Answered::question).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void aNumberOfOursIsShownToNobody() throws Exception {
        var sections = form.of("hold-final-review", read("""
                {"parents": [{"parentId": "11", "came": "attended"}], "suspectId": "12", "proceedingId": 13}"""));

        assertThat(sections.toString()).doesNotContain("11").doesNotContain("12").doesNotContain("13").contains("Attended");
    }

    private JsonNode read(String text) throws Exception {
        return json.readTree(text);
    }
}
