package apws.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawsTest {

    private static final LocalDate CHANGE = LocalDate.of(2030, 4, 1);

    private final Laws laws = new Laws(List.of(law(CHANGE, "£1,500"), law(LocalDate.of(2017, 4, 6), "£1,000")));

    @Test
    void aLetterTakesTheLawOfItsOwnDay() {
        assertThat(laws.on(CHANGE.minusDays(1)).offenceFine()).isEqualTo("£1,000");
        assertThat(laws.on(CHANGE).offenceFine()).isEqualTo("£1,500");
    }

    @Test
    void beforeTheFirstEntryThereIsNoLetter() {
        assertThatThrownBy(() -> laws.on(LocalDate.of(2017, 4, 5))).hasMessage("letters/law.yaml says nothing of 2017-04-05");
    }

    @Test
    void whatTheFileSaysIsWhole() {
        assertThat(new Laws().on(LocalDate.of(2026, 11, 23))).hasNoNullFieldsOrProperties()
                .extracting(Law::duty, Law::offence, Law::offenceFine, Law::knowingOffence, Law::knowingFine, Law::knowingPrison)
                .containsExactly("section 7", "section 444(1)", "£1,000", "section 444(1A)", "£2,500", "three months");
    }

    private static Law law(LocalDate from, String fine) {
        return new Law(from, "Act", "duty", "offence", fine, "knowing", "£2,500", "three months", "a court", "travelling", "200 sessions", "notices", "rules",
                "three years", "order", "code", "P30D");
    }
}
