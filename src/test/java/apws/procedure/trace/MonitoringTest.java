package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The diagram monitoring (S1-09, settlement 7). */
class MonitoringTest extends CaseTraces {

    @Test
    void S1_09_monitoringIsReviewedAfterFourWeeks() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending());
        followed.waitsAt("watch-attendance").hasTask("watch-attendance").withTheSchool().dueOn("2026-11-05").followedUpOn("2026-11-05");
        followed.waitsFor("four-weeks-monitored").until("2026-11-05").passes();

        var review = followed.waitsAt("review-monitoring").hasTask("review-monitoring").withTheSchool().dueOn("2026-11-10");
        assertThat(review.shows()).containsEntry("recommendation", "regular");
    }

    @Test
    void S1_09_theSchoolBringsTheReviewForward() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending());
        town.itIs("2026-10-21");
        followed.school().completes("watch-attendance");

        followed.waitsAt("review-monitoring");
    }

    @Test
    void S1_09_monitoringGoesOnUntilTheDayThatTheReviewSet() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending());
        followed.waitsFor("four-weeks-monitored").passes();
        followed.school().completes("review-monitoring", Filled.monitoringGoesOn("2026-12-01").with("reason", "One more look"));

        followed.waitsAt("watch-attendance").hasTask("watch-attendance").dueOn("2026-12-01").followedUpOn("2026-12-01");
        assertThat(followed.variable("monitoring", "monitoredFrom")).isEqualTo("2026-11-05");
        followed.waitsFor("four-weeks-monitored").until("2026-12-01").passes();
        followed.waitsAt("review-monitoring");
    }

    @Test
    void S1_09_aReviewIsRecordedUnderTheStepOfTheCallingStage() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending());
        followed.school().completes("watch-attendance").completes("review-monitoring", Filled.regular());

        assertThat(entries.newest(followed.reference(), "review-monitoring")).get().extracting(entry -> entry.step()).isEqualTo("S1-09");
    }

    @Test
    void S1_09_monitoringEndsAsRegularWhereTheEvidenceIsStated() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending());
        followed.school().completes("watch-attendance").completes("review-monitoring", Filled.regular());

        followed.endedMonitoringAt("regular-attendance-evidenced");
    }

    @Test
    void S1_09_monitoringEndsAsRelapsedWhereTheReviewerSaysSo() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending());
        followed.school().completes("watch-attendance").completes("review-monitoring", Filled.relapsed("plan"));

        followed.endedMonitoringAt("relapsed");
    }

    @Test
    void settlement_7_attendanceThatHasFallenBringsTheReviewForward() {
        town.itIs("2026-09-10");
        var child = wellAttending().attended(17).of(19).since("2026-10-08");
        var followed = monitored(child);
        morning("attendance-screening", "2026-10-21T06:00");

        followed.waitsAt("review-monitoring");
    }

    @Test
    void settlement_7_ninetyPerCentAreNotFallen() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending().attended(18).of(20).since("2026-10-08"));
        morning("attendance-screening", "2026-10-21T06:00");

        followed.waitsAt("watch-attendance");
    }

    @Test
    void settlement_7_tenSessionsAreEnoughToSeeAFall() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending().attended(5).of(10).since("2026-10-08"));
        morning("attendance-screening", "2026-10-21T06:00");

        followed.waitsAt("review-monitoring");
    }

    @Test
    void settlement_7_nineSessionsAreTooFewToSeeAFall() {
        town.itIs("2026-09-10");
        var followed = monitored(wellAttending().attended(4).of(9).since("2026-10-08"));
        morning("attendance-screening", "2026-10-21T06:00");

        followed.waitsAt("watch-attendance");
    }

    private Child wellAttending() {
        return town.child().attends(88.0).since("2026-09-01").attends(100).since("2026-09-10");
    }
}
