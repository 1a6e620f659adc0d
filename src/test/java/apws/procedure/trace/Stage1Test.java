package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.casework.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * Stage 1, step by step: the diagram stage-1-school-intervention. Schools are open from 3 September to 23 October 2026, from 2 November to
 * 18 December, from 4 January 2027 to 12 February, from 22 February to 19 March, from 5 April to 28 May, from 7 June to 21 July.
 */
class Stage1Test extends CaseTraces {

    @Test
    void S1_01_aLetterMakesEachParentAwareAndThePupilIsWatchedForFourWeeks() {
        town.itIs("2026-09-10");
        var child = town.child().attends(96.0).since("2026-09-01");
        var followed = madeAware(child);

        followed.sent("AL 1.1.0 to Ms R Moss", "AL 1.1.0 to Mr O Field").everyLetterIsOnItsWay()
                .waitsAt("watch-over").waitsFor("watch-over").until("2026-10-08");
        assertThat(followed.detail("AL 1.1.0", "lookAgainOn")).isEqualTo("2026-10-08");
        assertThat(followed.variable("stage-1-school-intervention", "stage")).isEqualTo("Stage 1");
    }

    @Test
    void S1_01_aWatchThatWouldEndInHalfTermEndsOnTheFirstSchoolDayAfterIt() {
        town.itIs("2026-09-30");
        madeAware(town.child()).waitsFor("watch-over").until("2026-11-02");
    }

    @Test
    void S1_01_aWatchOverChristmasEndsOnTheFirstDayOfTheSpringTerm() {
        town.itIs("2026-12-01");
        madeAware(town.child()).waitsFor("watch-over").until("2027-01-04");
    }

    @Test
    void S1_01_aWatchOverTheChangeOfClocksEndsAtTheSameTimeOfDay() {
        town.itIs("2027-03-10");
        madeAware(town.child()).waitsFor("watch-over").until("2027-04-07");
    }

    @Test
    void S1_01_aWatchThatWouldEndOnTheMayBankHolidayEndsTheDayAfter() {
        town.itIs("2027-04-05");
        madeAware(town.child()).waitsFor("watch-over").until("2027-05-04");
    }

    @Test
    void S1_01_attendanceThatIsRegularAfterTheWatchClosesTheCase() {
        town.itIs("2026-09-10");
        var child = town.child().attended(97).of(100).since("2026-09-10");
        var followed = madeAware(child);
        followed.sent("AL 1.1.0 to Ms R Moss", "AL 1.1.0 to Mr O Field").waitsFor("watch-over").passes();

        followed.sent("CLOSING to Ms R Moss", "CLOSING to Mr O Field", "CLOSING to Daniel Lee")
                .isClosed("Regular attendance achieved")
                .tells("S1-09", "Case closed: Regular attendance achieved", "system");
    }

    @Test
    void S1_01_attendanceStillALittleLowAfterTheWatchIsTheSchoolsToDecide() {
        town.itIs("2026-09-10");
        var child = town.child().attended(9699).of(10000).since("2026-09-10");
        var followed = madeAware(child);
        followed.waitsFor("watch-over").passes();

        var task = followed.waitsAt("decide-after-watch").hasTask("decide-after-watch").withTheSchool().dueOn("2026-10-13");
        assertThat(task.shows()).containsEntry("attendance", 96.99);
    }

    @Test
    void S1_01_theSchoolWatchesOnForAnotherFourWeeksFromItsDecision() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child().attends(92.0).since("2026-09-01"));
        followed.waitsFor("watch-over").passes();
        followed.school().completes("decide-after-watch", Filled.watchOn());

        followed.waitsAt("watch-over").waitsFor("watch-over").until("2026-11-05").passes();
        followed.waitsAt("decide-after-watch");
    }

    @Test
    void S1_01_theSchoolClosesTheCaseAfterTheWatchWithAReason() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child().attends(92.0).since("2026-09-01"));
        followed.sent("AL 1.1.0 to Ms R Moss", "AL 1.1.0 to Mr O Field").waitsFor("watch-over").passes();
        followed.school().completes("decide-after-watch", Filled.closeWithReason("A broken leg, healed now"));

        followed.sent("CASE ENDED to Ms R Moss", "CASE ENDED to Mr O Field", "CASE ENDED to Daniel Lee").isClosed("Closed by the school after the watch");
        assertThat(followed.detail("CASE ENDED", "ground")).isEqualTo("schoolDecided");
    }

    @Test
    void S1_02_afterTheWatchTheSchoolInvitesTheParents() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child().attends(92.0).since("2026-09-01"));
        followed.sent("AL 1.1.0 to Ms R Moss", "AL 1.1.0 to Mr O Field").waitsFor("watch-over").passes();
        followed.school().completes("decide-after-watch", Filled.invite("2026-10-21"));

        followed.sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field").waitsAt("record-meeting-outcome")
                .hasTask("record-meeting-outcome").withTheSchool().dueOn("2026-10-21").followedUpOn("2026-10-21");
    }

    @Test
    void S1_02_aLetterInvitesEachParentToAMeetingInSchool() {
        town.itIs("2026-09-10");
        var followed = invited(town.child().attends(88.0).since("2026-09-01"), "2026-09-21");

        followed.sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field").everyLetterIsOnItsWay().waitsAt("record-meeting-outcome");
        assertThat(followed.detail("AL 1.2.0", "meetingOn")).isEqualTo("2026-09-21");
        assertThat(followed.detail("AL 1.2.0", "meetingTime")).isEqualTo("15:30");
        assertThat(followed.detail("AL 1.2.0", "meetingPlace")).isEqualTo("Room 4");
        assertThat(followed.detail("AL 1.2.0", "meetingWith")).isEqualTo("Daniel Lee");
    }

    @Test
    void S1_02_anAgreedMeetingIsNeverMovedOffADayWithoutSchool() {
        town.itIs("2026-10-20");
        invited(town.child(), "2026-10-28").hasTask("record-meeting-outcome").dueOn("2026-10-28").followedUpOn("2026-10-28");
    }

    @Test
    void S1_02_aMeetingPutOffIsInvitedToAgain() {
        town.itIs("2026-09-10");
        var followed = invited(town.child(), "2026-09-21").sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field");
        followed.school().completes("record-meeting-outcome", Filled.meetingPutOff("2026-09-28"));

        followed.sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field").waitsAt("record-meeting-outcome")
                .hasTask("record-meeting-outcome").dueOn("2026-09-28");
        assertThat(followed.detail("AL 1.2.0", "meetingOn")).isEqualTo("2026-09-28");
    }

    @Test
    void S1_02_aMeetingMissedIsArrangedAgainAndOnlyWhoMissedItIsWrittenTo() {
        town.itIs("2026-09-21");
        var child = town.child();
        var followed = invited(child, "2026-09-21").sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field");
        followed.school().completes("record-meeting-outcome", meetingMissed(child, "didNotAttend", "notInvited", "rearrange"));

        followed.sent("MISSED MEETING to Ms R Moss").waitsAt("record-meeting-outcome").hasTask("record-meeting-outcome").dueOn("2026-09-28");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-09-21");
        assertThat(followed.detail("MISSED MEETING", "meetingOn")).isEqualTo("2026-09-28");
        assertThat(followed.variable("stage-1-school-intervention", "missedMeetings")).isEqualTo(1L);
    }

    @Test
    void S1_02_afterASecondMissedMeetingTheSchoolGoesOnWithoutTheParents() {
        var child = missedOnce();
        var followed = traced(cases.openCaseOf(child.id()).orElseThrow());
        var again = Filled.meetingMissed(child, "2026-09-28", "didNotAttend", "apologies").with("afterMiss", "goOn")
                .with("decidedWithout", "A plan is made for Ada");
        town.itIs("2026-09-28");
        followed.sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field", "MISSED MEETING to Ms R Moss", "MISSED MEETING to Mr O Field");
        followed.school().completes("record-meeting-outcome", again);

        followed.sent("MISSED MEETING to Ms R Moss", "MISSED MEETING to Mr O Field").waitsAt("undertake-early-help");
        assertThat(followed.detail("MISSED MEETING", "decided")).isEqualTo("A plan is made for Ada");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-09-28");
    }

    @Test
    void S1_02_afterASecondMissedMeetingTheSchoolRefers() {
        var child = missedOnce();
        var followed = traced(cases.openCaseOf(child.id()).orElseThrow());
        town.itIs("2026-09-28");
        followed.school().completes("record-meeting-outcome", Filled.meetingMissed(child, "2026-09-28", "didNotAttend", "didNotAttend")
                .with("afterMiss", "refer").with("reason", "Nobody has answered for weeks"));

        followed.waitsAt("refer-to-apws");
    }

    private Child missedOnce() {
        town.itIs("2026-09-21");
        var child = town.child();
        invited(child, "2026-09-21").school()
                .completes("record-meeting-outcome", meetingMissed(child, "didNotAttend", "didNotAttend", "rearrange"));
        return child;
    }

    private static Filled meetingMissed(Child child, String mother, String father, String then) {
        return Filled.meetingMissed(child, "2026-09-21", mother, father).with("afterMiss", then)
                .with("meetingOn", "2026-09-28").with("meetingTime", "16:00").with("meetingPlace", "Room 4").with("meetingWith", "Daniel Lee");
    }

    @Test
    void S1_03_atTheMeetingAnEarlyHelpAssessmentIsUndertaken() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invited(child, "2026-09-10");
        followed.school().completes("record-meeting-outcome", Filled.meetingHeld(child, today()));

        followed.waitsAt("undertake-early-help").hasTask("undertake-early-help").withTheSchool().dueOn("2026-09-15");
        followed.school().completes("undertake-early-help", Filled.earlyHelp(today()));
        assertThat(entries.newest(followed.reference(), "undertake-early-help")).get().satisfies(entry -> {
            assertThat(entry.step()).isEqualTo("S1-03");
            assertThat(entry.text("result")).isEqualTo("undertaken");
            assertThat(entry.madeBy()).isEqualTo("lead-" + child.pupil().schoolCode());
        });
        followed.waitsAt("agree-plan").hasTask("agree-plan").withTheSchool().dueOn("2026-09-15");
    }

    @Test
    void S1_04_aPlanIsAgreedAndEachPartyGetsACopy() {
        town.itIs("2026-09-17");
        var child = town.child().attends(90.0).since("2026-09-01");
        var followed = invited(child, "2026-09-17").sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field");
        followed.school().completes("record-meeting-outcome", Filled.meetingHeld(child, today()))
                .completes("undertake-early-help", Filled.earlyHelp(today()))
                .completes("agree-plan", Filled.plan(today(), "2026-09-17"));

        followed.sent("ISP 1.1 to Ms R Moss", "ISP 1.1 to Mr O Field", "ISP 1.1 to Daniel Lee").waitsAt("support-pupil");
        assertThat(plans.current(followed.reference())).get()
                .extracting(Plan::code, Plan::version, Plan::startOn, Plan::midPointOn, Plan::reviewOn)
                .containsExactly("ISP 1.1", 1, LocalDate.of(2026, 9, 17), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 15));
        assertThat(plans.current(followed.reference())).get().extracting(Plan::target, Plan::baselineTo, Plan::baselinePossible, Plan::baselineAttended)
                .containsExactly(new BigDecimal("96.00"), LocalDate.of(2026, 9, 16), 20, 18);
    }

    @Test
    void S1_05_theInterimReviewIsDueTwoWeeksFromThePlansStart() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        followed.hasTask("support-pupil").withTheSchool().dueOn("2026-09-24").followedUpOn("2026-09-24");
        followed.waitsFor("interim-review-due").until("2026-09-24").passes();

        followed.waitsAt("hold-interim-review").hasTask("hold-interim-review").withTheSchool().dueOn("2026-09-29");
    }

    @Test
    void S1_05_theTwoWeeksCountFromThePlansStartAndNotFromWhenItWasRecorded() {
        town.itIs("2026-09-21");
        planned(town.child(), "2026-09-17").waitsFor("interim-review-due").until("2026-10-01");
    }

    @Test
    void S1_05_anInterimReviewThatWouldFallIntoHalfTermIsHeldAfterIt() {
        town.itIs("2026-10-15");
        planned(town.child(), "2026-10-15").waitsFor("interim-review-due").until("2026-11-02");
    }

    @Test
    void S1_05_theSchoolBringsTheInterimReviewForward() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        town.itIs("2026-09-18");
        followed.school().completes("support-pupil");

        followed.waitsAt("hold-interim-review");
    }

    @Test
    void S1_05_improvedAfterTwoWeeks_praiseIsGivenAndThePlanGoesOn() {
        town.itIs("2026-09-10");
        var child = town.child().attends(88.0).since("2026-09-01").attends(100).since("2026-09-10");
        var followed = planned(child, "2026-09-10");
        followed.waitsFor("interim-review-due").passes();
        followed.sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field", "ISP 1.1 to Ms R Moss", "ISP 1.1 to Mr O Field", "ISP 1.1 to Daniel Lee");
        assertThat(followed.hasTask("hold-interim-review").shows()).containsEntry("recommendation", "improved");
        followed.school().completes("hold-interim-review", Filled.improved(today()));

        followed.sent("PRAISE to Ms R Moss", "PRAISE to Mr O Field").waitsAt("support-pupil-further");
        assertThat(followed.detail("PRAISE", "review")).isEqualTo("interim");
        assertThat(followed.detail("PRAISE", "nextLookOn")).isEqualTo("2026-10-08");
        assertThat(measuredFrom(child)).isEqualTo("2026-09-24");
    }

    @Test
    void S1_05_praiseAfterAReviewHeldLateNamesNoNextLookThatIsPast() {
        town.itIs("2026-09-10");
        var followed = planned(town.child().attends(88.0).since("2026-09-01").attends(100).since("2026-09-10"), "2026-09-10");
        followed.waitsFor("interim-review-due").passes();
        town.itIs("2026-10-13");
        followed.school().completes("hold-interim-review", Filled.improved(today()));

        assertThat(followed.detail("PRAISE", "nextLookOn")).isEqualTo("2026-10-14");
    }

    @Test
    void S1_06_notImprovedAfterTwoWeeks_theSchoolRefersToApws() {
        town.itIs("2026-09-10");
        var child = town.child().attends(90.0).since("2026-09-01").attends(80.0).since("2026-09-10");
        var followed = planned(child, "2026-09-10");
        followed.waitsFor("interim-review-due").passes();
        assertThat(followed.hasTask("hold-interim-review").shows()).containsEntry("recommendation", "notImproved");
        followed.school().completes("hold-interim-review", Filled.notImproved(today()));

        followed.waitsAt("refer-to-apws").hasTask("refer-to-apws").withTheSchool().dueOn("2026-09-29");
    }

    @Test
    void S1_05_aReviewTooEarlyToSayIsMovedToADayThatIsNeverMovedItself() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.interimMovedOn(today(), "2026-10-26"));

        followed.waitsAt("support-pupil").hasTask("support-pupil").dueOn("2026-10-26").followedUpOn("2026-10-26");
        followed.waitsFor("interim-review-due").until("2026-10-26").passes();
        followed.waitsAt("hold-interim-review");
    }

    @Test
    void S1_07_theFourWeekReviewIsDueFourWeeksFromThePlansStart() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        town.itIs("2026-09-16");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.improved(today()));
        followed.hasTask("support-pupil-further").withTheSchool().dueOn("2026-10-08").followedUpOn("2026-10-08");
        followed.waitsFor("four-week-review-due").until("2026-10-08").passes();

        followed.waitsAt("hold-four-week-review").hasTask("hold-four-week-review").withTheSchool().dueOn("2026-10-13");
    }

    @Test
    void S1_07_aReviewAgreedForAnotherDayIsHeldOnThatDay() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invited(child, "2026-09-10");
        followed.school().completes("record-meeting-outcome", Filled.meetingHeld(child, today()))
                .completes("undertake-early-help", Filled.earlyHelp(today()))
                .completes("agree-plan", Filled.plan(today(), "2026-09-10").with("planReviewOn", "2026-10-15"))
                .completes("support-pupil").completes("hold-interim-review", Filled.improved(today()));

        followed.hasTask("support-pupil-further").dueOn("2026-10-15");
        followed.waitsFor("four-week-review-due").until("2026-10-15");
    }

    @Test
    void S1_07_theSchoolBringsTheFourWeekReviewForward() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.improved(today()))
                .completes("support-pupil-further");

        followed.waitsAt("hold-four-week-review");
    }

    @Test
    void S1_07_improvedAfterFourWeeks_praiseIsGivenAndThePupilIsMonitored() {
        town.itIs("2026-09-10");
        var child = town.child().attends(88.0).since("2026-09-01").attends(97.0).since("2026-09-10");
        var followed = planned(child, "2026-09-10");
        followed.waitsFor("interim-review-due").passes();
        followed.school().completes("hold-interim-review", Filled.improved(today()));
        followed.waitsFor("four-week-review-due").passes();
        followed.sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field", "ISP 1.1 to Ms R Moss", "ISP 1.1 to Mr O Field", "ISP 1.1 to Daniel Lee",
                "PRAISE to Ms R Moss", "PRAISE to Mr O Field");
        assertThat(followed.hasTask("hold-four-week-review").shows()).containsEntry("recommendation", "improved");
        followed.school().completes("hold-four-week-review", Filled.improved(today()));

        followed.sent("PRAISE to Ms R Moss", "PRAISE to Mr O Field").waitsAt("watch-attendance");
        assertThat(followed.detail("PRAISE", "review")).isEqualTo("four weeks");
        assertThat(followed.detail("PRAISE", "nextLookOn")).isEqualTo("2026-11-05");
        assertThat(measuredFrom(child)).isEqualTo("2026-10-08");
    }

    @Test
    void S1_08_notImprovedAfterFourWeeks_theReferralGoesToApws() {
        town.itIs("2026-09-10");
        var child = town.child().attends(88.0).since("2026-09-01").attends(92.0).since("2026-09-10");
        var followed = planned(child, "2026-09-10");
        followed.waitsFor("interim-review-due").passes();
        followed.school().completes("hold-interim-review", Filled.improved(today()));
        followed.waitsFor("four-week-review-due").passes();
        followed.sent("AL 1.2.0 to Ms R Moss", "AL 1.2.0 to Mr O Field", "ISP 1.1 to Ms R Moss", "ISP 1.1 to Mr O Field", "ISP 1.1 to Daniel Lee",
                "PRAISE to Ms R Moss", "PRAISE to Mr O Field");
        assertThat(followed.hasTask("hold-four-week-review").shows()).containsEntry("recommendation", "notImproved");
        followed.school().completes("hold-four-week-review", Filled.notImproved(today()));
        followed.waitsAt("refer-to-apws");
        followed.school().completes("refer-to-apws", Filled.referral(today()));

        followed.sent("APWS 1.1.0 to Attendance & Pupil Welfare Service").waitsAt("receive-referral");
    }

    @Test
    void S1_08_aReviewAgainstTheRecommendationNeedsAReason() {
        town.itIs("2026-09-10");
        var child = town.child().attends(88.0).since("2026-09-01").attends(80.0).since("2026-09-10");
        var followed = planned(child, "2026-09-10");
        followed.waitsFor("interim-review-due").passes();
        followed.school().isRefused("hold-interim-review", Filled.improved(today()), "reason");
        followed.waitsAt("hold-interim-review").school().completes("hold-interim-review", Filled.improved(today()).with("reason", "Ill for a week"));

        followed.waitsAt("support-pupil-further");
    }

    @Test
    void S1_08_thePlanIsExtendedToAnAgreedDay() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.improved(today()))
                .completes("support-pupil-further").completes("hold-four-week-review", Filled.reviewMovedOn(today(), "2026-10-22"));

        followed.waitsAt("support-pupil-further").hasTask("support-pupil-further").dueOn("2026-10-22").followedUpOn("2026-10-22");
        followed.waitsFor("four-week-review-due").until("2026-10-22");
        assertThat(plans.current(followed.reference())).get().extracting(Plan::version, Plan::midPointOn, Plan::reviewOn)
                .containsExactly(1, LocalDate.of(2026, 9, 24), LocalDate.of(2026, 10, 22));
        assertThat(followed.hasTask("support-pupil-further").shows().get("planText").toString())
                .contains("by the review on 22 October 2026");
    }

    @Test
    void S1_08_aPlanIsExtendedOnceOnly() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.improved(today()))
                .completes("support-pupil-further");
        assertThat(followed.hasTask("hold-four-week-review").shows()).containsEntry("extendedBefore", false);
        followed.school().completes("hold-four-week-review", Filled.reviewMovedOn(today(), "2026-10-22"));
        followed.waitsFor("four-week-review-due").passes();

        assertThat(followed.hasTask("hold-four-week-review").shows()).containsEntry("extendedBefore", true);
        followed.school().isRefused("hold-four-week-review", Filled.reviewMovedOn(today(), "2026-11-05"),
                "(decision): cannot be 'Extend the plan': this plan was extended before, and a plan is extended once only");
        followed.waitsAt("hold-four-week-review");
        assertThat(plans.current(followed.reference())).get().extracting(Plan::reviewOn).isEqualTo(LocalDate.of(2026, 10, 22));
        followed.school().completes("hold-four-week-review", Filled.notImproved(today()));
        followed.waitsAt("refer-to-apws");
        assertThat(followed.hasTask("refer-to-apws").shows().get("reviews").toString())
                .contains("\"decision\":\"Improved\"", "\"decision\":\"Extend the plan once, with a reason\"",
                        "\"decision\":\"Not improved\"", "\"by\":\"Daniel Lee\"")
                .doesNotContain("moveOn", "notImproved", "lead-");
    }

    @Test
    void S1_09_monitoringThatFindsRegularAttendanceClosesTheCase() {
        town.itIs("2026-09-10");
        var child = town.child().attends(88.0).since("2026-09-01").attends(100).since("2026-09-10");
        var followed = monitored(child);
        var monitoredFrom = today().toString();
        followed.waitsFor("four-weeks-monitored").passes();
        var before = followed.letters().size();
        followed.school().completes("review-monitoring", Filled.regular());

        assertThat(followed.letters().subList(before, followed.letters().size())).extracting(letter -> letter.code())
                .containsOnly("CLOSING").hasSize(3);
        assertThat(followed.detail("CLOSING", "figuresFrom")).isEqualTo(monitoredFrom);
        followed.isClosed("Regular attendance achieved");
        assertThat(measuredFrom(child)).isEqualTo(today().toString());
    }

    @Test
    void S1_09_aRelapseGoesBackToANewPlanWhoseReviewsCountFromItsOwnStart() {
        town.itIs("2026-09-10");
        var child = town.child().attends(88.0).since("2026-09-01").attends(100).since("2026-09-10").attends(50).since("2026-10-09");
        var followed = planned(child, "2026-09-10");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.interimMovedOn(today(), "2026-09-25"));
        followed.waitsFor("interim-review-due").passes();
        followed.school().completes("hold-interim-review", Filled.improved(today())).completes("support-pupil-further")
                .completes("hold-four-week-review", Filled.reviewMovedOn(today(), "2026-10-12"));
        followed.waitsFor("four-week-review-due").passes();
        followed.school().completes("hold-four-week-review", Filled.improved(today()).with("reason", "Ill last week"))
                .completes("watch-attendance").completes("review-monitoring", Filled.relapsed("plan"));
        followed.waitsAt("agree-plan").school().completes("agree-plan", Filled.plan(today(), "2026-10-13"));

        assertThat(plans.current(followed.reference())).get().extracting(Plan::version).isEqualTo(2);
        followed.waitsFor("interim-review-due").until("2026-11-02").passes();
        followed.school().completes("hold-interim-review", Filled.improved(today()).with("reason", "Ill last week"));
        followed.waitsFor("four-week-review-due").until("2026-11-10").passes();
        assertThat(followed.hasTask("hold-four-week-review").shows()).containsEntry("extendedBefore", false);
    }

    @Test
    void S1_09_aRelapseGoesToTheReferral() {
        town.itIs("2026-09-10");
        var followed = monitored(town.child().attends(88.0).since("2026-09-01").attends(100).since("2026-09-10"));
        followed.school().completes("watch-attendance").completes("review-monitoring",
                Filled.relapsed("refer"));

        followed.waitsAt("refer-to-apws");
    }

    private String measuredFrom(Child child) {
        return town.database().sql("select from_on from measured_from where pupil_id = :pupil").param("pupil", child.id())
                .query(LocalDate.class).single().toString();
    }
}
