package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.casework.Plan;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The diagram fast-track-suspended (settlement 6), as Stage 3 calls it. */
class FastTrackSuspendedTest extends CaseTraces {

    private static final String PROCESS = "fast-track-suspended";

    private TracedCase suspended(Child child) {
        return inStage(PROCESS, "Stage 3", child, Map.of("planCode", "ISP 3.2", "planLetter", "ISP 3.2", "suspendedAt", "S3-07",
                "monitoredAt", "S3-10"));
    }

    /** Suspended today, with a plan signed today. */
    private TracedCase agreed(Child child) {
        var followed = suspended(child);
        followed.officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), today().toString()));
        return followed;
    }

    private TracedCase monitoredAfter(Child child) {
        var followed = agreed(child);
        followed.officer().completes("support-pupil").completes("review-suspension", Filled.sustained(today()));
        return followed;
    }

    @Test
    void S3_07_aFurtherPlanIsAgreedAndEverybodyKnowsThatFastTrackIsSuspended() {
        town.itIs("2026-11-05");
        var child = town.child().attends(96).since("2026-09-01");
        var followed = suspended(child);
        assertThat(followed.hasTask("agree-fast-track-plan").withTheOfficer().dueOn("2026-11-10").shows()).containsEntry("planCode", "ISP 3.2");
        followed.officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-11-02").with("targetPercent", 97));

        followed.sent("ISP 3.2 to Ms R Moss", "ISP 3.2 to Mr O Field", "ISP 3.2 to Daniel Lee",
                "SUSPENSION to Ms R Moss", "SUSPENSION to Mr O Field", "SUSPENSION to Daniel Lee").everyLetterIsOnItsWay();
        assertThat(followed.detail("SUSPENSION", "suspendedFrom")).isEqualTo("2026-11-02");
        assertThat(followed.detail("SUSPENSION", "reviewOn")).isEqualTo("2026-12-02");
        assertThat(followed.detail("ISP 3.2", "stage")).isEqualTo("Stage 3");
        assertThat(plans.current(followed.reference())).get()
                .extracting(Plan::code, Plan::version, Plan::startOn, Plan::midPointOn, Plan::reviewOn)
                .containsExactly("ISP 3.2", 1, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 2));
        assertThat(entries.newest(followed.reference(), "agree-fast-track-plan")).get().extracting(entry -> entry.step()).isEqualTo("S3-07");
        assertThat(followed.letters()).allSatisfy(letter -> assertThat(letter.step()).isEqualTo("S3-07"));
        followed.waitsAt("support-pupil").hasTask("support-pupil").withTheOfficer().dueOn("2026-12-02").followedUpOn("2026-12-02");
    }

    @Test
    void settlement_6_theFurtherThirtyDaysEndInAReviewOnASchoolDay() {
        town.itIs("2026-11-20");
        var followed = agreed(town.child().attends(80).since("2026-09-01").attends(98).since("2026-11-20"));
        followed.waitsFor("suspension-over").until("2027-01-04").passes();

        var review = followed.waitsAt("review-suspension").hasTask("review-suspension").withTheOfficer().dueOn("2027-01-11");
        assertThat(review.shows()).containsEntry("recommendation", "sustained");
    }

    @Test
    void settlement_6_aReviewAgreedForAnotherDayIsHeldOnThatDay() {
        town.itIs("2026-11-02");
        var followed = suspended(town.child());
        followed.officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-11-02").with("planReviewOn", "2026-12-09"));

        assertThat(followed.detail("SUSPENSION", "reviewOn")).isEqualTo("2026-12-09");
        followed.hasTask("support-pupil").dueOn("2026-12-09").followedUpOn("2026-12-09");
        followed.waitsFor("suspension-over").until("2026-12-09");
        assertThat(plans.current(followed.reference())).get().extracting(Plan::midPointOn, Plan::reviewOn)
                .containsExactly(LocalDate.of(2026, 12, 9), LocalDate.of(2026, 12, 9));
    }

    @Test
    void settlement_6_sustained_thePupilIsMonitoredByTheOfficer() {
        town.itIs("2026-11-02");
        var followed = monitoredAfter(town.child());

        followed.waitsAt("watch-attendance").hasTask("watch-attendance").withTheOfficer().dueOn("2026-11-30");
        assertThat(followed.variable("monitoring", "step")).isEqualTo("S3-10");
    }

    @Test
    void settlement_6_regularInMonitoringItEndsAsRegular() {
        town.itIs("2026-11-02");
        var followed = monitoredAfter(town.child());
        followed.officer().completes("watch-attendance").completes("review-monitoring", Filled.regular());

        followed.waitsAt().ended(PROCESS, "attendance-regular", "suspensionOutcome", "regular");
    }

    @Test
    void settlement_6_relapsedAtTheReviewFastTrackResumes() {
        town.itIs("2026-11-03");
        var child = town.child().attends(96).since("2026-09-01").attends(70).since("2026-11-03");
        var followed = suspended(child);
        followed.officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-11-03").with("targetPercent", 97));
        followed.waitsFor("suspension-over").passes();
        assertThat(followed.hasTask("review-suspension").dueOn("2026-12-08").shows()).containsEntry("recommendation", "relapsed");
        followed.officer().isRefused("review-suspension", Filled.sustained(today()), "reason")
                .completes("review-suspension", Filled.relapsedInSuspension(today()));

        followed.waitsAt().ended(PROCESS, "relapsed", "suspensionOutcome", "relapsed");
    }

    @Test
    void settlement_4_aReviewTooEarlyToSayIsMovedOnOnce() {
        town.itIs("2026-11-02");
        var followed = agreed(town.child());
        followed.officer().completes("support-pupil").completes("review-suspension", Filled.suspensionMovedOn(today(), "2026-12-28"));

        followed.waitsAt("support-pupil").hasTask("support-pupil").dueOn("2026-12-28").followedUpOn("2026-12-28");
        assertThat(plans.current(followed.reference())).get().extracting(Plan::reviewOn).isEqualTo(LocalDate.of(2026, 12, 28));
        followed.waitsFor("suspension-over").until("2026-12-28").passes();
        followed.officer().isRefused("review-suspension", Filled.suspensionMovedOn(today(), "2027-01-11"), "once only");
    }

    @Test
    void settlement_7_aRelapseInMonitoringGoesBackToANewPlanThatMayBeMovedOnAgain() {
        town.itIs("2026-11-02");
        var followed = agreed(town.child());
        followed.officer().completes("support-pupil").completes("review-suspension", Filled.suspensionMovedOn(today(), "2026-11-09"))
                .completes("support-pupil").completes("review-suspension", Filled.sustained(today()))
                .completes("watch-attendance").completes("review-monitoring", Filled.relapsed("plan"));
        followed.waitsAt("agree-fast-track-plan").officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-11-02"));

        assertThat(plans.current(followed.reference())).get().extracting(Plan::version).isEqualTo(2);
        followed.hasTask("support-pupil").dueOn("2026-12-02");
        followed.waitsFor("suspension-over").until("2026-12-02");
        followed.officer().completes("support-pupil").completes("review-suspension", Filled.suspensionMovedOn(today(), "2026-12-14"));
        followed.waitsFor("suspension-over").until("2026-12-14");
    }

    @Test
    void settlement_7_aRelapseInMonitoringResumesFastTrack() {
        town.itIs("2026-11-02");
        var followed = monitoredAfter(town.child());
        followed.officer().completes("watch-attendance").completes("review-monitoring", Filled.relapsed("refer"));

        followed.waitsAt().ended(PROCESS, "relapsed", "suspensionOutcome", "relapsed");
    }
}
