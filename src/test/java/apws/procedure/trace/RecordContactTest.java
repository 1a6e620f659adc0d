package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A contact at any time in a case: the diagram record-contact. */
class RecordContactTest extends CaseTraces {

    @Test
    void aContactStandsInTheChronologyUnderTheDayOnWhichItWasHad() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        town.itIs("2026-09-15");
        var lead = followed.school().person();
        lead.starts("record-contact", Filled.contact(followed.reference(), today().minusDays(1), "Ada has had a cold"));

        followed.tells("Contact", "Ms R Moss: Ada has had a cold", lead.id()).waitsAt("watch-over");
        assertThat(followed.chronology()).filteredOn(line -> line.step().equals("Contact")).singleElement()
                .satisfies(line -> assertThat(line.happenedOn()).isEqualTo("2026-09-14"));
    }

    @Test
    void aContactOfACaseOfAnotherSchoolIsRefused() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        var other = town.leadOf(town.school());

        assertThatThrownBy(() -> other.starts("record-contact", Filled.contact(followed.reference(), today(), "Hello")))
                .hasMessageContaining("no open case");
    }
}
