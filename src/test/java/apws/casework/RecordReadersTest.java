package apws.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import apws.access.Roles;
import apws.access.SignedIn;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Case and letter endpoints know role, stage and part: who reads what of a case's record. */
class RecordReadersTest {

    private static final String REFERENCE = "AI-2026-00001";
    private static final String SCHOOL = "9992001";
    private static final String ME = "someone";

    private final SignedIn signedIn = mock();
    private final CaseHolders holders = mock();
    private final Entries entries = mock();
    private final Chronology chronology = mock();
    private final RecordReaders readers = new RecordReaders(signedIn, holders, entries, chronology);
    private final Case subject = new Case(REFERENCE, 7, SCHOOL, LocalDate.of(2026, 9, 30), "lead", null, null);

    @ParameterizedTest
    @ValueSource(strings = {"choose-parents-to-interview", "arrange-interview", "record-interview", "record-questions", "approve-prosecution",
            "gather-more-evidence", "authorise-penalty-notice", "review-prosecution", "gather-further-evidence", "issue-charge",
            "record-outcome", "prepare-prosecution", "a-form-that-nobody-has-placed"})
    void a_school_reads_no_interviews_approvals_legal_reasons_or_referral(String form) {
        school();

        assertThat(readers.of(subject)).hasValueSatisfying(reading -> assertThat(reading.ofEntry(entry(form, "S9-99"))).isFalse());
    }

    @Test
    void a_school_reads_no_line_and_no_letter_of_them_either() {
        school();
        var reading = readers.of(subject).orElseThrow();

        for (var step : List.of("S2-04", "S2-12", "S3-08", "S4-01", "S4-04", "S4-05", "S4-06", "S4-10", "S5-01", "Settlement 13", "Undo",
                "Overdue")) {
            assertThat(reading.ofLine(line(step))).as(step).isFalse();
        }
        for (var step : List.of("S1-01, S1-02", "S1-08", "S2-01", "S2-03", "S2-07", "S3-04", "Contact", "Mark dispute", "Settlement 16")) {
            assertThat(reading.ofLine(line(step))).as(step).isTrue();
        }
        for (var letter : List.of("INTERVIEW", "LEGAL REFERRAL", "PENALTY NOTICE", "NOTICE WITHDRAWN", "APWS 4.1", "OUTCOME", "NEW LETTER")) {
            assertThat(reading.ofLetter(letter)).as(letter).isFalse();
        }
        for (var letter : List.of("AL 1.1.0", "AL 1.2.0", "APWS 1.1.0", "APWS 2.1.1(2)", "ISP 2.3.0", "APWS 3.1.0", "CLOSING")) {
            assertThat(reading.ofLetter(letter)).as(letter).isTrue();
        }
    }

    @Test
    void another_school_and_an_analyst_read_nothing() {
        assertThat(readers.of(subject)).isEmpty();
        is(Roles.ANALYST);
        assertThat(readers.of(subject)).isEmpty();
    }

    @Test
    void legal_services_read_a_case_from_its_referral_on_and_then_all_of_it() {
        is(Roles.LEGAL);
        happened("S1-08", "S3-08", "S4-04");
        assertThat(readers.of(subject)).isEmpty();

        happened("S1-08", "S3-08", "S4-04", "S4-05");
        assertThat(readers.of(subject)).hasValueSatisfying(reading -> {
            assertThat(reading.ofEntry(entry("record-interview", "S3-08"))).isTrue();
            assertThat(reading.ofEntry(entry("approve-prosecution", "S4-04"))).isTrue();
            assertThat(reading.ofLetter("LEGAL REFERRAL")).isTrue();
        });
        assertThat(readers.ofPupil(7, SCHOOL)).as("of a pupil without a case").isEmpty();
    }

    @Test
    void an_officer_reads_all_of_their_own_case_and_of_one_they_stand_in_for() {
        is(Roles.EWO);
        when(holders.holds(ME, REFERENCE)).thenReturn(true);

        assertThat(readers.of(subject)).hasValueSatisfying(reading -> {
            assertThat(reading.ofEntry(entry("record-interview", "S3-08"))).isTrue();
            assertThat(reading.ofLine(line("S4-06"))).isTrue();
        });
    }

    @Test
    void of_a_colleagues_case_an_officer_reads_the_casework_and_no_interview_approval_or_legal_reason() {
        is(Roles.EWO);

        assertThat(readers.of(subject)).hasValueSatisfying(reading -> {
            assertThat(reading.ofEntry(entry("hold-initial-meeting", "S2-06"))).isTrue();
            assertThat(reading.ofLetter("PENALTY NOTICE")).isTrue();
            for (var form : List.of("record-interview", "record-questions", "approve-prosecution", "review-prosecution", "prepare-prosecution")) {
                assertThat(reading.ofEntry(entry(form, "S2-06"))).as(form).isFalse();
            }
            assertThat(reading.ofLine(line("S4-04"))).isFalse();
        });
    }

    @Test
    void an_officer_in_conflict_of_interest_with_the_pupil_reads_nothing() {
        is(Roles.EWO);
        when(holders.isInConflict(ME, 7)).thenReturn(true);

        assertThat(readers.of(subject)).isEmpty();
        assertThat(readers.ofPupil(7, SCHOOL)).isEmpty();
    }

    @Test
    void a_panel_chair_reads_a_case_that_has_come_to_the_panel() {
        is(Roles.PANEL_CHAIR);
        happened("S2-09");
        assertThat(readers.of(subject)).isEmpty();

        happened("S2-09", "S3-01");
        assertThat(readers.of(subject)).hasValueSatisfying(reading -> {
            assertThat(reading.ofLine(line("S2-06"))).isTrue();
            assertThat(reading.ofLine(line("S3-08"))).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY, Roles.MANAGER, Roles.ADMINISTRATOR})
    void whoever_decides_on_cases_or_watches_all_of_them_reads_all(String role) {
        is(role);

        assertThat(readers.of(subject)).hasValueSatisfying(reading -> {
            assertThat(reading.ofEntry(entry("record-interview", "S3-08"))).isTrue();
            assertThat(reading.ofEntry(entry("a-form-that-nobody-has-placed", null))).isTrue();
        });
    }

    @Test
    void the_office_reads_no_interview_approval_or_legal_reason() {
        is(Roles.APWS_OFFICE);

        assertThat(readers.of(subject)).hasValueSatisfying(reading -> {
            assertThat(reading.ofEntry(entry("record-posting", "S2-05"))).isTrue();
            assertThat(reading.ofEntry(entry("record-interview", "S3-08"))).isFalse();
            assertThat(reading.ofEntry(entry("authorise-penalty-notice", "S2-12"))).isFalse();
            assertThat(reading.ofLetter("LEGAL REFERRAL")).isFalse();
        });
    }

    private void school() {
        when(signedIn.userId()).thenReturn(ME);
        when(signedIn.isOfSchool(SCHOOL)).thenReturn(true);
    }

    private void is(String role) {
        when(signedIn.userId()).thenReturn(ME);
        when(signedIn.hasRole(role)).thenReturn(true);
    }

    private void happened(String... steps) {
        when(chronology.hasCome(eq(REFERENCE), anyString())).thenAnswer(asked ->
                Stream.of(steps).anyMatch(step -> step.startsWith(asked.getArgument(1))));
    }

    private static ChronologyLine line(String step) {
        return new ChronologyLine(1, REFERENCE, LocalDate.of(2026, 10, 1), step, "Something", Instant.EPOCH, "somebody", null, null);
    }

    private static Entry entry(String form, String step) {
        return new Entry(1, REFERENCE, form, step, JsonNodeFactory.instance.objectNode(), Instant.EPOCH, "somebody");
    }
}
