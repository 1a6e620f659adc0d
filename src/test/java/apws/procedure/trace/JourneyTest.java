package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Roles;
import org.junit.jupiter.api.Test;

/** The journey of a case through its stages: the diagram attendance-intervention. */
class JourneyTest extends CaseTraces {

    @Test
    void S1_01_aCaseIsAProcessInstanceUnderItsReferenceInEverythingThatItCalls() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = monitored(child);

        for (var process : new String[] {"attendance-intervention", "stage-1-school-intervention", "monitoring"}) {
            assertThat(followed.instance(process).getBusinessKey()).isEqualTo(followed.reference());
            assertThat(followed.variable(process, "caseReference")).isEqualTo(followed.reference());
            assertThat(followed.variable(process, "pupilId")).isEqualTo(child.id());
            assertThat(followed.variable(process, "pupilName")).isEqualTo("Ada Moss");
            assertThat(followed.variable(process, "schoolCode")).isEqualTo(child.pupil().schoolCode());
            assertThat(followed.variable(process, "schoolName")).isEqualTo("School " + child.pupil().schoolCode());
            assertThat(followed.variable(process, "schoolGroup")).isEqualTo("school-" + child.pupil().schoolCode());
            assertThat(followed.variable(process, "stage")).isEqualTo("Stage 1");
        }
        followed.tells("S1-01, S1-02", "Case opened", "lead-" + child.pupil().schoolCode());
    }

    @Test
    void S1_09_aCaseThatEndsInStage1IsClosed() {
        town.itIs("2026-09-10");
        var followed = monitored(town.child().attends(88).since("2026-09-01").attends(100).since("2026-09-10"));
        followed.school().completes("watch-attendance").completes("review-monitoring", Filled.regular());

        followed.isClosed("Regular attendance achieved").tells("S1-09", "Case closed: Regular attendance achieved",
                followed.school().person().id());
        assertThat(letters.ofCase(followed.reference())).isNotEmpty();
    }

    @Test
    void S2_01_aReferralWaitsWithTheApwsOffice() {
        town.itIs("2026-09-10");
        var followed = referred();

        followed.waitsAt("take-up-referral").hasTask("take-up-referral").with(Roles.APWS_OFFICE).dueOn("2026-09-15");
        assertThat(followed.variable("attendance-intervention", "stage")).isEqualTo("Stage 2");
    }

    @Test
    void S2_01_whatTheOfficeDecidesIsTheReasonForWhichTheCaseEnds() {
        town.itIs("2026-09-10");
        var followed = referred();
        followed.worker(Roles.APWS_OFFICE).completes("take-up-referral", Filled.takenUp(today(), "Passed to the officer for Newtown"));

        followed.isClosed("Passed to the officer for Newtown")
                .tells("S2-01", "Case closed: Passed to the officer for Newtown", "one-of-apws-office");
    }

    @Test
    void S2_01_theSchoolDoesNotFindTheOfficesTask() {
        town.itIs("2026-09-10");
        var followed = referred();

        assertThat(followed.school().person().seesAmong(followed.tasks())).isEmpty();
    }

    private TracedCase referred() {
        var followed = planned(town.child(), "2026-09-10");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.notImproved(today()))
                .completes("refer-to-apws", Filled.referral(today()));
        return followed;
    }
}
