package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import apws.casework.Plan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Stage 3, step by step: the diagram stage-3-attendance-panel. Schools are open from 3 September to 23 October 2026, from 2 November to
 * 18 December, from 4 January 2027 to 12 February, from 22 February to 19 March, from 5 April to 28 May.
 */
class Stage3Test extends CaseTraces {

    private static final String STAGE = "stage-3-attendance-panel";
    private static final String[] INVITED = {"APWS 3.1.0 to Ms R Moss", "APWS 3.1.0 to Mr O Field"};
    private static final String[] AGREED = {"APWS 3.1.0 to Ms R Moss", "APWS 3.1.0 to Mr O Field", "ISP 3.1 to Ms R Moss",
            "ISP 3.1 to Mr O Field",
        "ISP 3.1 to Daniel Lee", "APWS 3.2.0 to Ms R Moss", "APWS 3.2.0 to Mr O Field", "MISSED MEETING to Mr O Field"};

    @Test
    void S3_01_theOfficeBooksThePanelAndIsToldWhatNoticeParentsUsuallyGet() {
        town.itIs("2026-09-10");
        var followed = inStage3(town.child());

        var task = followed.waitsAt("book-panel").hasTask("book-panel").with("apws-office").dueOn("2026-09-15");
        assertThat(task.shows()).containsEntry("noticeEnoughFrom", "2026-09-20")
                .containsEntry("panelNoticeText", "Parents usually get 10 days' notice, here for a panel on 20 September 2026 or later.");
    }

    @Test
    void S3_01_shortNoticeNeedsAReason() {
        town.itIs("2026-09-10");
        var followed = inStage3(town.child());
        var soon = AtPanel.booked(LocalDate.of(2026, 9, 18)).with("papersOn", "2026-09-11");
        followed.worker("apws-office").isRefused("book-panel", soon, "shortNoticeWhy")
                .completes("book-panel", soon.with("shortNoticeWhy", "The panel does not sit again this term"));

        followed.waitsAt("hold-panel");
    }

    @Test
    void S3_01_eachParentIsInvitedToThePanel() {
        town.itIs("2026-09-10");
        var followed = inStage3(town.child());
        followed.worker("apws-office").completes("book-panel", AtPanel.booked(LocalDate.of(2026, 10, 1)));

        followed.sent(INVITED).everyLetterIsOnItsWay().waitsAt("hold-panel");
        assertThat(followed.detail("APWS 3.1.0", "meetingOn")).isEqualTo("2026-10-01");
        assertThat(followed.detail("APWS 3.1.0", "meetingTime")).isEqualTo("10:00");
        assertThat(followed.detail("APWS 3.1.0", "meetingPlace")).isEqualTo("Civic Offices, Room 1");
        assertThat(followed.detail("APWS 3.1.0", "meetingLength")).isEqualTo("about an hour");
        assertThat(followed.details("APWS 3.1.0").path("members").toString())
                .isEqualTo("[{\"name\":\"Mrs C Hair\",\"role\":\"Head of Service\",\"part\":\"no part in this case so far\"}]");
        assertThat(followed.detail("APWS 3.1.0", "papers")).isEqualTo("They follow by post");
        assertThat(followed.detail("APWS 3.1.0", "commentsBy")).isEqualTo("2026-09-29");
    }

    @Test
    void S3_02_theChairHoldsThePanelOnTheAppointedDayEvenInAHoliday() {
        town.itIs("2026-10-01");
        var followed = inStage3(town.child());
        var inHalfTerm = AtPanel.booked(LocalDate.of(2026, 10, 28));
        followed.worker("apws-office").isRefused("book-panel", inHalfTerm, "meetingOn")
                .completes("book-panel", inHalfTerm.with("meetingOnWhy", "The panel sits in half term, too"));

        followed.hasTask("hold-panel").with("panel-chair").dueOn("2026-10-28").followedUpOn("2026-10-28");
    }

    @Test
    void S3_02_aPanelPutOffIsBookedAndInvitedToAgain() {
        town.itIs("2026-09-10");
        var followed = inStage3(town.child());
        followed.worker("apws-office").completes("book-panel", AtPanel.booked(LocalDate.of(2026, 10, 1)));
        followed.worker("panel-chair").completes("hold-panel", AtPanel.putOff());
        followed.sent(INVITED).waitsAt("book-panel").worker("apws-office")
                .completes("book-panel", AtPanel.booked(LocalDate.of(2026, 10, 8)));

        followed.sent(INVITED).hasTask("hold-panel").dueOn("2026-10-08");
        assertThat(followed.detail("APWS 3.1.0", "meetingOn")).isEqualTo("2026-10-08");
    }

    /** On 1 October, booked three weeks before. */
    private TracedCase panelHeld(Child child) {
        var followed = inStage3(child);
        followed.worker("apws-office").completes("book-panel", AtPanel.booked(LocalDate.of(2026, 10, 1)));
        town.itIs("2026-10-01");
        followed.worker("panel-chair").completes("hold-panel", AtPanel.held(child, today()));
        return followed;
    }

    @Test
    void S3_03_whatThePanelHeardIsRecordedAndAPlanComesNext() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = panelHeld(child);

        assertThat(entries.newest(followed.reference(), "hold-panel")).get().satisfies(entry -> {
            assertThat(entry.step()).isEqualTo("S3-02");
            assertThat(entry.text("casePresented")).isEqualTo("Fast Track has run since September");
            assertThat(entry.madeBy()).isEqualTo("one-of-panel-chair");
        });
        followed.waitsAt("agree-panel-plan").hasTask("agree-panel-plan").with("panel-chair").dueOn("2026-10-06");
        followed.worker("panel-chair").completes("agree-panel-plan", AtPanel.plan(today(), "2026-10-01"));
        var next = followed.waitsAt("agree-panel-review").hasTask("agree-panel-review").with("panel-chair").dueOn("2026-10-06");
        assertThat(next.shows())
                .containsEntry("panelReviewText", "30 days from the start of the plan is 2 November 2026. The panel may say otherwise.");
    }

    @Test
    void S3_04_thePlanRunsToTheAgreedReviewAndEachPartyGetsACopy() {
        town.itIs("2026-10-01");
        var followed = panelAgreed(town.child().attends(80.0).since("2026-09-01"), "2026-11-06");

        followed.sent(AGREED).waitsAt("support-pupil");
        assertThat(plans.current(followed.reference())).get()
                .extracting(Plan::code, Plan::version, Plan::startOn, Plan::midPointOn, Plan::reviewOn, Plan::target)
                .containsExactly("ISP 3.1", 1, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 16), LocalDate.of(2026, 11, 6),
                        new BigDecimal("96.00"));
        followed.hasTask("support-pupil").with(town.officerOf(followed.reference())).dueOn("2026-11-06").followedUpOn("2026-11-06");
    }

    @Test
    void S3_05_whatFollowsFromPoorOutcomesIsMadeClearToEachParentAndKept() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = panelHeld(child);
        followed.worker("panel-chair").completes("agree-panel-plan", AtPanel.plan(today(), "2026-10-01"));
        followed.hasTask("agree-panel-review").with("panel-chair").dueOn("2026-10-06");

        var explained = AtPanel.reviewAgreed(child, "2026-11-06");
        followed.worker("panel-chair").isRefused("agree-panel-review", explained.without("consequences"), "consequences");
        var didNotUnderstand = AtPanel.rowOf(child, 0);
        didNotUnderstand.put("understood", "no");
        followed.worker("panel-chair").isRefused("agree-panel-review",
                explained.with("parents", List.of(didNotUnderstand, AtPanel.rowOf(child, 1))), "notUnderstoodWhat");
        followed.worker("panel-chair").completes("agree-panel-review", AtPanel.reviewAgreed(child, "2026-11-06"));

        assertThat(entries.newest(followed.reference(), "agree-panel-review")).get().satisfies(entry -> {
            assertThat(entry.step()).isEqualTo("S3-06");
            assertThat(entry.text("explainedBy")).isEqualTo("Mrs C Hair");
            assertThat(entry.text("consequences")).isEqualTo("A prosecution may follow");
            assertThat(entry.data().path("parents").findValuesAsText("understood")).containsExactly("yes", "notPresent");
            assertThat(entry.madeBy()).isEqualTo("one-of-panel-chair");
        });
    }

    @Test
    void S3_06_eachParentIsToldWhatWasAgreedAndWhoDidNotComeWhatWasDecided() {
        town.itIs("2026-10-01");
        var followed = panelAgreed(town.child(), "2026-11-06").sent(AGREED);

        assertThat(followed.detail("APWS 3.2.0", "satOn")).isEqualTo("2026-10-01");
        assertThat(followed.details("APWS 3.2.0").path("whoSat").toString())
                .isEqualTo("[\"Mrs C Hair, Head of Service, in the chair\",\"Mr S Lead, Mill School\",\"Dr E Nurse, school nursing\"]");
        assertThat(followed.details("APWS 3.2.0").path("whoCame").toString()).contains("Ada Moss").doesNotContain("R Moss");
        assertThat(followed.detail("APWS 3.2.0", "consequences")).isEqualTo("A prosecution may follow");
        assertThat(followed.detail("APWS 3.2.0", "reviewOn")).isEqualTo("2026-11-06");
        assertThat(followed.detail("APWS 3.2.0", "reviewTime")).isEqualTo("14:00");
        assertThat(followed.detail("APWS 3.2.0", "reviewPlace")).isEqualTo("Mill School");
        assertThat(followed.detail("APWS 3.2.0", "reviewWith")).isEqualTo("the officer and the school");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-10-01");
        assertThat(followed.detail("MISSED MEETING", "missedWhat")).isEqualTo("the attendance panel");
        assertThat(followed.detail("MISSED MEETING", "decided")).isEqualTo("A plan, reviewed in thirty days");
    }

    @Test
    void S3_06_whereEveryParentCameNobodyIsWrittenToAboutAMissedPanel() {
        town.itIs("2026-10-01");
        var child = town.child();
        var followed = inStage3(child);
        followed.worker("apws-office").completes("book-panel", AtPanel.booked(LocalDate.of(2026, 10, 15)));
        town.itIs("2026-10-15");
        followed.worker("panel-chair").completes("hold-panel", AtPanel.held(child, today(), "attended"))
                .completes("agree-panel-plan", AtPanel.plan(today(), "2026-10-15"))
                .completes("agree-panel-review", AtPanel.reviewAgreed(child, "2026-11-16"));

        followed.sent("APWS 3.1.0 to Ms R Moss", "APWS 3.1.0 to Mr O Field", "ISP 3.1 to Ms R Moss", "ISP 3.1 to Mr O Field",
                "ISP 3.1 to Daniel Lee",
                "APWS 3.2.0 to Ms R Moss", "APWS 3.2.0 to Mr O Field").waitsAt("support-pupil");
    }

    @Test
    void S3_06_anAgreedReviewIsNeverMovedOffASaturdayInAHoliday() {
        town.itIs("2026-10-01");
        var followed = panelAgreed(town.child(), "2026-10-31");
        followed.waitsFor("panel-review-due").until("2026-10-31").passes();

        followed.waitsAt("hold-panel-review").hasTask("hold-panel-review").with(town.officerOf(followed.reference())).dueOn("2026-10-31")
                .followedUpOn("2026-10-31");
    }

    @Test
    void S3_06_anAgreedReviewIsNeverMovedOffABankHoliday() {
        town.itIs("2026-12-01");
        panelAgreed(town.child(), "2027-01-01").waitsFor("panel-review-due").until("2027-01-01");
    }

    @Test
    void S3_07_theOfficerBringsTheReviewForward() {
        town.itIs("2026-10-01");
        var followed = panelAgreed(town.child(), "2026-11-06");
        town.itIs("2026-10-20");
        followed.officer().completes("support-pupil");

        followed.waitsAt("hold-panel-review").hasTask("hold-panel-review").dueOn("2026-11-06");
    }

    @Test
    void S3_07_aReviewIsMovedOnceToADayThatIsNeverMovedItself() {
        town.itIs("2026-10-01");
        var child = town.child();
        var followed = panelAgreed(child, "2026-10-20").sent(AGREED);
        followed.waitsFor("panel-review-due").passes();
        followed.officer().completes("hold-panel-review", AtPanel.reviewMoved(child, today(), "2026-10-31"));

        followed.sent("MISSED MEETING to Mr O Field").waitsAt("support-pupil").hasTask("support-pupil").dueOn("2026-10-31")
                .followedUpOn("2026-10-31");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-10-20");
        assertThat(followed.detail("MISSED MEETING", "missedWhat")).isEqualTo("the review of the plan");
        assertThat(followed.detail("MISSED MEETING", "meetingOn")).isEqualTo("2026-10-31");
        assertThat(followed.detail("MISSED MEETING", "meetingTime")).isEqualTo("09:30");
        assertThat(followed.detail("MISSED MEETING", "meetingPlace")).isEqualTo("Civic Offices");
        assertThat(followed.detail("MISSED MEETING", "meetingWith")).isEqualTo("the officer");
        assertThat(plans.current(followed.reference())).get().extracting(Plan::reviewOn).isEqualTo(LocalDate.of(2026, 10, 31));
        followed.waitsFor("panel-review-due").until("2026-10-31").passes();
        followed.hasTask("hold-panel-review").dueOn("2026-10-31").followedUpOn("2026-10-31");
        followed.officer().isRefused("hold-panel-review", AtPanel.reviewMoved(child, today(), "2026-11-10"), "decision");
    }

    @Test
    void S3_07_improved_fastTrackIsSuspendedWithAFurtherPlan() {
        var followed = suspended(town.child());

        followed.sent("MISSED MEETING to Mr O Field").waitsAt("agree-fast-track-plan");
        assertThat(followed.detail("MISSED MEETING", "decided")).isEqualTo("Fast Track is suspended");
        assertThat(followed.variable("fast-track-suspended", "planCode")).isEqualTo("ISP 3.2");
        assertThat(followed.variable("fast-track-suspended", "planLetter")).isEqualTo("ISP 3.2");
        assertThat(followed.variable("fast-track-suspended", "suspendedAt")).isEqualTo("S3-07");
        assertThat(followed.variable("fast-track-suspended", "monitoredAt")).isEqualTo("S3-10");
        assertThat(followed.variable("fast-track-suspended", "stage")).isEqualTo("Stage 3");
    }

    @Test
    void S3_10_regularAttendanceEndsTheStageWithAClosingLetter() {
        var followed = suspended(town.child());
        followed.officer().completes("agree-fast-track-plan", furtherPlan()).completes("support-pupil")
                .completes("review-suspension", suspensionReviewed("sustained").with("reason", "Two weeks were snowed in"))
                .completes("watch-attendance");
        var before = followed.letters().size();
        followed.officer().completes("review-monitoring", Filled.regular().with("reason", "Two weeks were snowed in"));

        assertThat(followed.letters().subList(before, followed.letters().size()))
                .extracting(letter -> letter.code() + " to " + letter.recipientName())
                .containsExactlyInAnyOrder("CLOSING to Ms R Moss", "CLOSING to Mr O Field", "CLOSING to Daniel Lee");
        assertThat(followed.detail("CLOSING", "figuresFrom")).isEqualTo(today().toString());
        assertThat(followed.letters().get(before).step()).isEqualTo("S3-10");
        ended(followed, "attendance-regular", "regular");
    }

    @Test
    void S3_08_afterARelapseTheOfficerChoosesWhomToInterview() {
        var child = missing();
        var followed = suspended(child);
        town.itIs("2026-11-05");
        followed.officer().completes("agree-fast-track-plan", furtherPlan()).completes("support-pupil")
                .completes("review-suspension", suspensionReviewed("relapsed").with("relapseWhat", "Fridays again")
                        .with("reason", "Fridays again")
                        .with("supportChecks", List.of(Map.of("need", "special educational needs", "done", "The plan allows for it"))));
        followed.waitsAt("choose-parents-to-interview").hasTask("choose-parents-to-interview").with(town.officerOf(followed.reference()))
                .dueOn("2026-11-10");
        followed.officer().completes("choose-parents-to-interview", AtPanel.chosen(child, "no", "yes"));

        followed.waitsAt("arrange-interview");
        assertThat(taskFor(followed, "arrange-interview", child, 1)).isNotNull();
        interview(followed, child, 1);
        followed.officer().completes("decide-after-interviews", AtPanel.decided(child, null, "stage4"));
        ended(followed, "to-stage-4", "stage4");
    }

    /** Improved at the review on 2 November. */
    private TracedCase suspended(Child child) {
        town.itIs("2026-10-01");
        child.attends(80.0).since("2026-09-01").attends(100.0).since("2026-10-01");
        var followed = panelAgreed(child, "2026-11-02").sent(AGREED);
        followed.waitsFor("panel-review-due").passes();
        assertThat(followed.hasTask("hold-panel-review").shows()).containsEntry("recommendation", "improved");
        followed.officer().completes("hold-panel-review", AtPanel.improved(child, today()));
        return followed;
    }

    private Filled furtherPlan() {
        return AtPanel.plan(today(), today().toString()).with("planKind", "ISP").with("targetPercent", 100);
    }

    private Filled suspensionReviewed(String decision) {
        return Filled.heldOn(today()).with("actionProgress", "All done").with("decision", decision);
    }

    @Test
    void S3_09_notImproved_theParentsWhoAreSuspectedAreInvitedToAnInterviewAndNobodyElse() {
        town.itIs("2026-10-01");
        var child = town.child().attends(80.0).since("2026-09-01");
        var followed = panelAgreed(child, "2026-11-05").sent(AGREED);
        followed.waitsFor("panel-review-due").passes();
        assertThat(followed.hasTask("hold-panel-review").shows()).containsEntry("recommendation", "notImproved");
        followed.officer().isRefused("hold-panel-review", AtPanel.notImproved(child, today(), "no", "no"), "parents")
                .completes("hold-panel-review", AtPanel.notImproved(child, today(), "yes", "no"));

        followed.sent("MISSED MEETING to Mr O Field").waitsAt("arrange-interview").hasTask("arrange-interview")
                .with(town.officerOf(followed.reference())).dueOn("2026-11-10");
        assertThat(taskFor(followed, "arrange-interview", child, 0)).isNotNull();
    }

    @Test
    void S3_09_whereEveryParentCameToTheReviewNobodyIsWrittenToAboutIt() {
        town.itIs("2026-10-01");
        var child = town.child();
        var followed = panelAgreed(child, "2026-11-02").sent(AGREED);
        followed.waitsFor("panel-review-due").passes();
        followed.officer().completes("hold-panel-review", AtPanel.notImprovedWithBothThere(child, today()));

        followed.sent().waitsAt("arrange-interview", "arrange-interview");
    }

    @Test
    void S3_08_anInvitationGoesToThatParentAlone() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothSuspected(child).sent(with(AGREED, "MISSED MEETING to Mr O Field"))
                .waitsAt("arrange-interview", "arrange-interview");
        complete(followed, "arrange-interview", child, 1, AtPanel.interviewArranged("2026-11-14", "10:00"));

        followed.sent("INTERVIEW to Mr O Field").waitsAt("arrange-interview", "record-interview");
        assertThat(followed.detail("INTERVIEW", "offence")).isEqualTo(AtPanel.OFFENCE);
        assertThat(followed.detail("INTERVIEW", "periodFrom")).isEqualTo("2026-09-07");
        assertThat(followed.detail("INTERVIEW", "periodTo")).isEqualTo("2026-10-30");
        assertThat(followed.detail("INTERVIEW", "meetingOn")).isEqualTo("2026-11-14");
        assertThat(followed.detail("INTERVIEW", "meetingTime")).isEqualTo("10:00");
        assertThat(followed.detail("INTERVIEW", "meetingPlace")).isEqualTo("Civic Offices, Room 2");
        assertThat(followed.detail("INTERVIEW", "writtenAnswersBy")).isEqualTo("2026-11-14");
        assertThat(followed.details("INTERVIEW").path("sessions").size()).as("sessions listed to this parent").isEqualTo(4);
        followed.hasTask("record-interview").with(town.officerOf(followed.reference())).dueOn("2026-11-14").followedUpOn("2026-11-14");
    }

    @Test
    void S3_08_anInvitationIsForAPeriodInWhichTheParentCanStillBeCharged() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothSuspected(child);
        assertThatThrownBy(() -> complete(followed, "arrange-interview", child, 0, AtPanel.interviewArranged("2026-11-13", "10:00")
                .with("periodFrom", "2026-09-23"))).hasMessageContaining("no session in this period");
    }

    @Test
    void S3_08_whatIsArrangedWithOneParentIsNotTheOthers() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothSuspected(child);
        complete(followed, "arrange-interview", child, 0, AtPanel.interviewArranged("2026-11-13", "10:00"));
        complete(followed, "arrange-interview", child, 1, AtPanel.interviewArranged("2026-11-20", "14:00"));

        assertThat(shownTo(followed, child, 0)).containsEntry("parentLine", "Ms R Moss, mother")
                .containsEntry("interviewText", "Invited to an interview on 13 November 2026 at 10:00, Civic Offices, Room 2.");
        assertThat(shownTo(followed, child, 1)).containsEntry("parentLine", "Mr O Field, father")
                .containsEntry("interviewText", "Invited to an interview on 20 November 2026 at 14:00, Civic Offices, Room 2.");
    }

    @Test
    void S3_08_anInterviewPutOffIsInvitedToAgain() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothSuspected(child);
        complete(followed, "arrange-interview", child, 0, AtPanel.interviewArranged("2026-11-13", "10:00"));
        complete(followed, "record-interview", child, 0, AtPanel.interviewPutOff());
        goesOn(followed);
        complete(followed, "arrange-interview", child, 0, AtPanel.interviewArranged("2026-11-20", "11:00"));

        assertThat(followed.detail("INTERVIEW", "meetingOn")).isEqualTo("2026-11-20");
        followed.waitsAt("arrange-interview", "record-interview").hasTask("record-interview").dueOn("2026-11-20");
    }

    @Test
    void S3_08_onceEveryInterviewIsRecordedTheCaseGoesToStage4() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothSuspected(child);
        interview(followed, child, 0);
        followed.waitsAt("arrange-interview");
        complete(followed, "arrange-interview", child, 1, AtPanel.interviewArranged(today().plusDays(14).toString(), "10:00"));
        town.itIs(today().plusDays(14).toString());
        complete(followed, "record-interview", child, 1, AtPanel.didNotCome(today()));
        goesOn(followed);

        assertThat(entries.of(followed.reference())).filteredOn(entry -> entry.form().equals("record-interview"))
                .extracting(entry -> entry.data().path("suspectId").asLong(), entry -> entry.text("suspectName"),
                        entry -> entry.text("result"), entry -> entry.step())
                .containsExactly(tuple(child.parents().get(0).id(), "Ms R Moss", "held", "S3-08"),
                        tuple(child.parents().get(1).id(), "Mr O Field", "didNotCome", "S3-08"));
        followed.waitsAt("decide-after-interviews").hasTask("decide-after-interviews").withTheOfficer().dueOn("2026-12-03");
        followed.officer().completes("decide-after-interviews", AtPanel.decided(child, "stage4", "nothing"));
        ended(followed, "to-stage-4", "stage4");
        assertThat(suspects(followed)).contains("Ms R Moss").doesNotContain("Mr O Field");
    }

    @Test
    void S3_09_afterTheInterviewsAPersonDecidesForEachParentWithAReason() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothInterviewed(child);
        var shown = followed.hasTask("decide-after-interviews").shows().get("decisions").toString();
        assertThat(shown).contains("Held, recorded by").contains("Did not come, recorded by");
        var withoutReason = AtPanel.decided(child, "stage4", null);
        followed.officer().isRefused("decide-after-interviews", withoutReason, "decisions")
                .isRefused("decide-after-interviews", AtPanel.decided(child, "stage4", "").with("supportChecks", List.of()), "decisions");
    }

    @Test
    void S3_09_moreSupportForEveryParentKeepsTheCaseInStage3AndMayMakeAttendanceRegular() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothInterviewed(child);
        followed.officer().completes("decide-after-interviews", AtPanel.decided(child, "moreSupport", "nothing"));
        followed.waitsAt("agree-fast-track-plan");
        assertThat(followed.variable("fast-track-suspended", "suspendedAt")).isEqualTo("S3-08");
        followUpEnds(followed, "fast-track-suspended", "agree-fast-track-plan", "attendance-regular", "suspensionOutcome", "regular");
        ended(followed, "attendance-regular", "regular");
    }

    @Test
    void S3_09_nothingFurtherIsMonitoredAndARelapseChoosesAgainWhomToInterview() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothInterviewed(child);
        followed.officer().completes("decide-after-interviews", AtPanel.decided(child, "nothing", "nothing"));
        followed.waitsAt("watch-attendance");
        followed.officer().completes("watch-attendance").completes("review-monitoring", Filled.relapsed("refer").with("reason", "Fridays"));
        followed.waitsAt("choose-parents-to-interview");
    }

    private TracedCase bothInterviewed(Child child) {
        var followed = bothSuspected(child);
        interview(followed, child, 0);
        complete(followed, "arrange-interview", child, 1, AtPanel.interviewArranged(today().plusDays(14).toString(), "10:00"));
        town.itIs(today().plusDays(14).toString());
        complete(followed, "record-interview", child, 1, AtPanel.didNotCome(today()));
        goesOn(followed);
        return followed;
    }

    /** Support is a diagram of its own; what matters here is how it ends. */
    private void followUpEnds(TracedCase followed, String process, String at, String end, String variable, String outcome) {
        town.engine().getRuntimeService().createProcessInstanceModification(followed.instance(process).getId()).cancelAllForActivity(at)
                .startBeforeActivity(end).setVariable(variable, outcome).execute();
    }

    private String suspects(TracedCase followed) {
        var history = town.engine().getHistoryService();
        var stage = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(followed.reference())
                .processDefinitionKey(STAGE).singleResult();
        return history.createHistoricVariableInstanceQuery().processInstanceId(stage.getId()).variableName("suspects").singleResult()
                .getValue().toString();
    }

    /** A child who missed sessions without leave for which a parent can be charged. */
    private Child missing() {
        return town.child().missed("2026-09-21", "2026-09-22");
    }

    private void interview(TracedCase followed, Child child, int parent) {
        var on = today().plusDays(14).toString();
        complete(followed, "arrange-interview", child, parent, AtPanel.interviewArranged(on, "10:00"));
        town.itIs(on);
        complete(followed, "record-interview", child, parent, AtPanel.interviewed(today()));
        goesOn(followed);
    }

    private void complete(TracedCase followed, String task, Child child, int parent, Map<String, Object> answers) {
        var id = taskFor(followed, task, child, parent).getId();
        followed.officer().person().as(() -> {
            town.engine().getTaskService().complete(id, answers);
            return null;
        });
    }

    private Map<String, Object> shownTo(TracedCase followed, Child child, int parent) {
        var id = taskFor(followed, "record-interview", child, parent).getId();
        return followed.officer().person().as(() -> town.engine().getFormService().getTaskFormVariables(id));
    }

    @Test
    void S3_09_aReviewThatEscalatesWhereNothingIsRecommendedAsksForAReason() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = panelAgreed(child, "2026-11-05");
        followed.waitsFor("panel-review-due").passes();
        assertThat(followed.hasTask("hold-panel-review").shows()).containsEntry("recommendation", "none");
        followed.officer().isRefused("hold-panel-review", AtPanel.notImproved(child, today(), "yes", "no").without("reason"), "reason")
                .completes("hold-panel-review", AtPanel.notImproved(child, today(), "yes", "no"));
    }

    @Test
    void S3_08_anInterviewWithoutOwnWordsIsRecordedWithWhy() {
        town.itIs("2026-10-01");
        var child = missing();
        var followed = bothSuspected(child);
        complete(followed, "arrange-interview", child, 0, AtPanel.interviewArranged("2026-11-13", "10:00"));
        town.itIs("2026-11-13");
        var silent = AtPanel.interviewed(today()).with("interviewCautionExplained", false).without("interviewOwnWords");
        assertThatThrownBy(() -> complete(followed, "record-interview", child, 0, silent)).hasMessageContaining("interviewWhyNotOwnWords");
        complete(followed, "record-interview", child, 0, silent.with("interviewWhyNotOwnWords", "Would not say it back; read twice"));
        assertThat(entries.newest(followed.reference(), "record-interview")).get()
                .satisfies(entry -> assertThat(entry.text("interviewWhyNotOwnWords")).isEqualTo("Would not say it back; read twice"));
    }

    private void ended(TracedCase followed, String endEvent, String outcome) {
        var history = town.engine().getHistoryService();
        var stage = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(followed.reference())
                .processDefinitionKey(STAGE).singleResult();
        assertThat(stage.getEndActivityId()).as("where Stage 3 of " + followed + " ended").isEqualTo(endEvent);
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(stage.getId()).variableName("stageOutcome")
                .singleResult().getValue())
                .isEqualTo(outcome);
    }

    private static String[] with(String[] some, String... more) {
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
