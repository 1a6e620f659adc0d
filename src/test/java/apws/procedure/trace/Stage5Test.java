package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.casework.Plan;
import apws.legal.StageFiveEnd;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The diagram stage-5-after-conviction (S5-01, settlement 12). */
class Stage5Test extends ProsecutionTraces {

    @Test
    void S5_01_legalServicesRecordTheSentenceWithinThreeDays() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);

        followed.waitsAt("proceedings-ended", "record-sentence");
        task(0, "record-sentence").with("legal-services").dueOn("2027-01-15");
        completes("legal-services", 0, "record-sentence", AtCourt.sentenced(today()).with("discharge", "conditional")
                .with("dischargeLength", "12 months"));
        assertThat(proceeding(0).sentence().fine()).isEqualByComparingTo("160");
        assertThat(proceeding(0).sentence().costs()).isEqualByComparingTo("200");
        assertThat(proceeding(0).sentence().surcharge()).isEqualByComparingTo("64");
        assertThat(proceeding(0).sentence().discharge()).isEqualTo("12 months conditional");
        assertThat(proceeding(0).sentence().parentingOrderMonths()).isNull();
    }

    @Test
    void S5_01_aParentingOrderNamesItsOfficerAndIsAtMostTwelveMonthsLong() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        followed.worker("legal-services").isRefused("record-sentence", parentingOrder(13), "parentingMonths")
                .isRefused("record-sentence", parentingOrder(12).without("responsibleOfficer"), "responsibleOfficer")
                .completes("record-sentence", parentingOrder(12));

        assertThat(proceeding(0).sentence().parentingOrderMonths()).isEqualTo(12);
        assertThat(proceeding(0).sentence().responsibleOfficer()).isEqualTo("An Officer");
    }

    private Filled parentingOrder(int months) {
        return AtCourt.sentenced(today()).with("parentingOrder", "yes").with("parentingMonths", months)
                .with("parentingProgramme", "Families")
                .with("responsibleOfficer", "An Officer").with("familyCircumstances", "yes");
    }

    @Test
    void S5_01_aCommunityOrderOrPrisonIsForTheGraverOffenceOnly() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        followed.worker("legal-services").isRefused("record-sentence", AtCourt.sentenced(today())
                .with("communityOrder", "Unpaid work"), "communityOrder")
                .isRefused("record-sentence", AtCourt.sentenced(today()).with("prison", "2 months"), "prison");

        followed.waitsAt("proceedings-ended", "record-sentence");
    }

    @Test
    void S5_01_theOfficerHoldsTheConferenceWithinTenDays() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        completes("legal-services", 0, "record-sentence", AtCourt.sentenced(today()));

        followed.waitsAt("proceedings-ended", "hold-post-court-conference");
        task(0, "hold-post-court-conference").with(town.officerOf(followed.reference())).dueOn("2027-01-22");
    }

    @Test
    void S5_01_aPlanForThirtyDaysFollowsTheConference() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        completes("legal-services", 0, "record-sentence", AtCourt.sentenced(today()));
        followed.officer().completes("hold-post-court-conference", AtCourt.conference(child, today()));

        followed.waitsAt("proceedings-ended", "agree-fast-track-plan");
        assertThat(followed.variable("fast-track-suspended", "planCode")).isEqualTo("ISP 2.3.0");
        assertThat(followed.variable("fast-track-suspended", "suspendedAt")).isEqualTo("S5-01");
        assertThat(followed.variable("fast-track-suspended", "stage")).isEqualTo("Stage 5");
    }

    @Test
    void S5_01_theLetterAboutSupportIsOneOfItsOwnToTheConvictedParentAlone() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        completes("legal-services", 0, "record-sentence", AtCourt.sentenced(today()));
        followed.officer().completes("hold-post-court-conference", AtCourt.conference(child, today()));
        var sent = followed.letters().size();
        followed.officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), today().toString()));

        assertThat(followed.letters().subList(sent, followed.letters().size()))
                .extracting(letter -> letter.code() + " to " + letter.recipientName())
                .containsExactlyInAnyOrder("ISP 2.3.0 to Ms R Moss", "ISP 2.3.0 to Daniel Lee", "SUPPORT AFTER CONVICTION to Ms R Moss");
    }

    @Test
    void S5_01_sustainedStandsWithTheProceedings() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        supportEnds(0, "regular");

        assertThat(proceeding(0).stageFiveEnd()).isEqualTo(StageFiveEnd.SUSTAINED);
        followed.tells("S5-01", "attendance is regular", "system");
    }

    @Test
    void S5_01_continuedAbsenceStandsWithTheProceedings() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        supportEnds(0, "relapsed");

        assertThat(proceeding(0).stageFiveEnd()).isEqualTo(StageFiveEnd.ABSENCE_CONTINUED);
    }

    @Test
    void S5_01_twoConvictedParentsWithPlans20DaysApartEachReviewIsFromItsOwnPlan() {
        town.itIs("2026-12-08");
        charged("yes", "yes", "2027-01-12");
        decides(0, true);
        decides(1, true);
        child.attends(60).since("2027-01-12").attends(100).since("2027-02-08");
        agreesPlan(0, 90);
        town.itIs("2027-02-08");
        agreesPlan(1, 96);

        assertThat(plans.current(followed.reference(), parentId(0))).get()
                .extracting(Plan::startOn, Plan::reviewOn).containsExactly(LocalDate.of(2027, 1, 12), LocalDate.of(2027, 2, 11));
        assertThat(plans.current(followed.reference(), parentId(1))).get()
                .extracting(Plan::startOn, Plan::reviewOn).containsExactly(LocalDate.of(2027, 2, 8), LocalDate.of(2027, 3, 10));
        assertThat(plans.current(followed.reference())).as("the plan of the case").isEmpty();
        ofPlan(0, "support-pupil").dueOn("2027-02-11");
        ofPlan(1, "support-pupil").dueOn("2027-03-10");
        town.itIs("2027-02-11");
        officerCompletes(0, "support-pupil", Filled.blank());
        var review = ofPlan(0, "review-suspension").shows();
        assertThat(review.get("planText").toString()).contains("from 12 January 2027", "attendance of 90 %");
        assertThat(review.get("figuresLine").toString()).contains("since 12 January 2027");
        town.itIs("2027-03-10");
        officerCompletes(1, "support-pupil", Filled.blank());
        var fathers = ofPlan(1, "review-suspension").shows();
        assertThat(fathers.get("planText").toString()).contains("from 8 February 2027", "attendance of 96 %");
        assertThat(fathers.get("figuresLine").toString()).contains("since 8 February 2027");
        assertThat(fathers).containsEntry("recommendation", "sustained");

        officerCompletes(0, "review-suspension", Filled.suspensionMovedOn(today(), "2027-03-19"));
        assertThat(plans.current(followed.reference(), parentId(0))).get().extracting(Plan::reviewOn).isEqualTo(LocalDate.of(2027, 3, 19));
        assertThat(plans.current(followed.reference(), parentId(1))).get().extracting(Plan::reviewOn).isEqualTo(LocalDate.of(2027, 3, 10));
    }

    private void agreesPlan(int parent, int target) {
        completes("legal-services", parent, "record-sentence", AtCourt.sentenced(today()));
        officerOf(parent, "hold-post-court-conference", AtCourt.conference(child, today()));
        officerCompletes(parent, "agree-fast-track-plan", Filled.fastTrackPlan(today(), today().toString()).with("targetPercent", target));
    }

    private void officerOf(int parent, String task, Map<String, Object> answers) {
        var id = of(parent, task).getId();
        followed.officer().person().as(() -> {
            town.engine().getTaskService().complete(id, answers);
            return null;
        });
    }

    private void officerCompletes(int parent, String task, Map<String, Object> answers) {
        var id = ofPlan(parent, task).task().getId();
        followed.officer().person().as(() -> {
            town.engine().getTaskService().complete(id, answers);
            return null;
        });
    }

    /** The one open task of that kind about that parent's own plan. */
    private TracedCase.Open ofPlan(int parent, String task) {
        return followed.tasks().taskDefinitionKey(task).list().stream()
                .filter(one -> parentId(parent).equals(town.engine().getTaskService().getVariable(one.getId(), "planParentId")))
                .map(one -> new TracedCase.Open(followed, one)).findFirst().orElseThrow();
    }
}
