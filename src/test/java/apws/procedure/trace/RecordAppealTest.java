package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.legal.Challenge;
import apws.legal.ProceedingStatus;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;

/** The diagram record-appeal: what is made against a conviction, and what comes of it (S4-10, settlement 11). */
class RecordAppealTest extends ProsecutionTraces {

    @Test
    void settlement_11_anAppealIsRecordedAndTheConvictionStands() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        challenge();

        followed.hasTask("record-challenge").with("legal-services").dueOn("2027-01-15");
        completes(AtCourt.challenge(proceeding(0).id(), today(), "AWAITED"));
        followed.waitsAt("proceedings-ended", "record-sentence");
        assertThat(proceeding(0).challenges()).singleElement().satisfies(made -> {
            assertThat(made.kind()).isEqualTo(Challenge.Kind.APPEAL);
            assertThat(made.result()).isEqualTo(Challenge.Result.AWAITED);
        });
        assertThat(proceeding(0).guilty()).isTrue();
    }

    @Test
    void settlement_11_quashedSupportEndsAndNobodyIsConvicted() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        challenge();
        completes(AtCourt.challenge(proceeding(0).id(), today(), "QUASHED"));
        goesOn();

        assertThat(proceeding(0).guilty()).isFalse();
        followed.waitsAt("watch-attendance");
    }

    @Test
    void settlement_11_setAsideTheChargeIsHeardAgainAndTheCaseWaitsForThat() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        challenge();
        completes(AtCourt.heardAgain(proceeding(0).id(), today(), "2027-02-13"));
        goesOn();

        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.CHARGED);
        assertThat(proceeding(0).summons().hearingTime()).isEqualTo("09:30");
        followed.waitsAt("proceedings-ended", "await-hearing").waitsFor("hearing-day").until("2027-02-13");
        decides(0, false);
        goesOn();
        followed.waitsAt("watch-attendance");
    }

    @Test
    void settlement_11_inACaseWithoutAConvictionThereIsNothingToAppealAgainst() {
        town.itIs("2026-12-08");
        decided("2027-01-12", false);

        assertThatThrownBy(this::challenge).isInstanceOf(FormFieldValidationException.class).hasMessageContaining("caseReference")
                .hasMessageContaining("no case in which a parent was convicted");
    }

    private void challenge() {
        town.of("legal-services").starts("record-appeal", Map.of("caseReference", followed.reference()));
    }

    private void completes(Map<String, Object> answers) {
        followed.worker("legal-services").completes("record-challenge", answers);
    }
}
