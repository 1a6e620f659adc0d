package apws.procedure.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.casework.Cases;
import apws.form.FieldProblem;
import apws.form.Form;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which case a start form may name. */
class NamedCasesTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 9, 1);
    private static final String ONLY_OPEN = "";
    private static final String CLOSED_TOO = ", \"properties\": {\"closedToo\": \"yes\"}";

    private final Cases cases = mock(Cases.class);
    private final SignedIn signedIn = mock(SignedIn.class);
    private final NamedCases named = new NamedCases(cases, signedIn);

    @BeforeEach
    void someCases() {
        when(cases.find("AI-2026-00001")).thenReturn(Optional.of(new Case("AI-2026-00001", 1, "9990001", OPENED, "lead", null, null)));
        when(cases.find("AI-2026-00002")).thenReturn(Optional.of(new Case("AI-2026-00002", 2, "9990001", OPENED, "lead", OPENED, "regular")));
        when(cases.find("AI-2026-00003")).thenReturn(Optional.of(new Case("AI-2026-00003", 3, "9990002", OPENED, "lead", null, null)));
        when(signedIn.maySeeSchool("9990001")).thenReturn(true);
    }

    @Test
    void isFoundHoweverItsReferenceIsWritten() {
        var answers = answers(" ai-2026-00001 ");
        assertThat(named.in(form(ONLY_OPEN), answers).found()).map(Case::reference).contains("AI-2026-00001");
        assertThat(answers).containsEntry("caseReference", "AI-2026-00001");
    }

    @Test
    void isNotOneThatIsClosedUnlessTheFormSaysSo() {
        assertThat(named.in(form(ONLY_OPEN), answers("AI-2026-00002")).problems()).extracting(FieldProblem::inWords)
                .containsExactly("'Our reference' (caseReference): there is no open case of that reference that you can see");
        assertThat(named.in(form(CLOSED_TOO), answers("AI-2026-00002")).found()).isPresent();
    }

    @Test
    void isNotAnotherSchools() {
        assertThat(named.in(form(CLOSED_TOO), answers("AI-2026-00003")).problems()).extracting(FieldProblem::reason)
                .containsExactly("there is no case of that reference that you can see");
    }

    @Test
    void isLeftToTheFormsOwnRulesWhereNoneIsNamed() {
        assertThat(named.in(form(ONLY_OPEN), answers(" "))).isEqualTo(new NamedCases.Named(Optional.empty(), List.of()));
    }

    private static Map<String, Object> answers(String reference) {
        return new HashMap<>(Map.of("caseReference", reference));
    }

    private static Form form(String more) {
        return Form.read("""
                {"id": "contact", "components": [{"type": "textfield", "key": "caseReference", "label": "Our reference"%s}]}"""
                .formatted(more).getBytes(UTF_8));
    }
}
