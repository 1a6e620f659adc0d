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
    void aCorrectionPointsAtTheOldEntryWhichStaysAsItIs() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        var lead = followed.school().person();
        lead.starts("record-contact", Filled.contact(followed.reference(), today().minusDays(1), "Ada has had a cold"));
        town.itIs("2026-09-15");
        var correction = Filled.contact(followed.reference(), today(), "It was hay fever").with("corrects", "It was no cold");
        assertThatThrownBy(() -> lead.starts("record-contact", correction.with("correctsOn", "2026-09-08")))
                .hasMessageContaining("no contact of 8 September 2026 is recorded in this case");
        assertThatThrownBy(() -> lead.starts("record-contact", Filled.contact(followed.reference(), today(), "It was hay fever")
                .with("correctsOn", "2026-09-09"))).hasMessageContaining("is required where an earlier contact is corrected");

        lead.starts("record-contact", correction.with("correctsOn", "2026-09-09"));

        followed.tells("Contact", "Telephone call with Ms R Moss: Ada has had a cold", lead.id())
                .tells("Contact", "It was hay fever. This corrects the contact of 9 September 2026: It was no cold", lead.id());
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
