package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Roles;
import apws.legal.ProceedingStatus;
import apws.legal.SessionState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A case with a prosecution is put back: the diagram put-case-back. */
class PutBackFromProsecutionTest extends ProsecutionTraces {

    @Override
    TracedCase inStage4() {
        child = missing();
        town.officer();
        followed = traced(transaction.execute(status -> starts.startIn("Stage 4", child.id(), "Brought in", "already under way", "a test",
                opened -> allocations.allocate(opened.reference(), "a test"))));
        return followed;
    }

    @Test
    void undo_putBackWithAnApprovedProsecutionItIsGivenUpAndItsSessionsAreFree() {
        town.itIs("2026-12-08");
        prepared("yes", "yes");
        completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", AtCourt.approved());
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        manager.person().starts("put-case-back", Filled.putBack(followed.reference(), "The meeting was another family's"));
        var shown = followed.hasTask("choose-step").shows(manager.person());
        assertThat(shown.get("prosecutionsText").toString()).isEqualTo("The prosecution of Ms R Moss, with Legal Services, is given up with it.");
        assertThat(shown.get("stepsDone").toString()).contains("stage-4-prosecution/hold-legal-meeting")
                .doesNotContain("prosecution-of-parent/approve-prosecution");
        manager.completes("choose-step", Filled.to("stage-4-prosecution/hold-legal-meeting"));

        followed.waitsAt("hold-legal-meeting");
        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.DROPPED);
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.FREE, 6));
        followed.tells("S4-04", "Prosecution of Ms R Moss dropped: the case was put back: The meeting was another family's",
                manager.person().id());
    }

    @Test
    void undo_aChargeThatWasLaidGoesOnBeforeTheCourtByItself() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2027-01-12");
        var manager = followed.worker(Roles.SERVICE_MANAGER);
        manager.person().starts("put-case-back", Filled.putBack(followed.reference(), "The evidence was incomplete"));
        manager.completes("choose-step", Filled.to("stage-4-prosecution/prepare-prosecution"));

        followed.waitsAt("prepare-prosecution", "await-hearing");
        decides(0, false);
        followed.waitsAt("prepare-prosecution");
        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.CONCLUDED);
    }
}
