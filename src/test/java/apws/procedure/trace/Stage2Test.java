package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import apws.access.Roles;
import apws.casework.Plan;
import apws.legal.Window;
import apws.legal.Windows;
import apws.pupil.Parent;
import apws.pupil.Parents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stage 2, step by step: the diagram stage-2-fast-track. The school terms are those of {@link Stage1Test}. */
class Stage2Test extends CaseTraces {

    private static final String STAGE = "stage-2-fast-track";

    @Autowired
    private Parents parents;

    @Autowired
    private Windows windows;

    @Test
    void S2_01_theReferralIsReceivedOnTheDayOnWhichItArrived() {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.waitsAt("receive-referral").hasTask("receive-referral").withTheOffice().dueOn("2026-09-15");
        town.itIs("2026-09-17");
        followed.office().completes("receive-referral", Filled.received());

        assertThat(entries.newest(followed.reference(), "receive-referral")).get().satisfies(entry -> {
            assertThat(entry.step()).isEqualTo("S2-01");
            assertThat(entry.text("receivedOn")).isEqualTo("2026-09-10");
        });
        followed.waitsAt("check-criteria").hasTask("check-criteria").withTheOffice().dueOn("2026-09-22");
    }

    @Test
    void S2_01_earlierCasesAndThoseOfBrothersAndSistersAreShown() {
        town.itIs("2026-09-10");
        var sister = town.child();
        var child = town.child();
        parents.link(sister.id(), child.parents().get(0).id(), "mother", true);
        var hers = transaction.execute(status -> cases.open(sister.id(), sister.pupil().schoolCode(), "a test"));

        assertThat(referred(child).hasTask("receive-referral").shows().get("otherCases").toString()).contains(hers.reference());
    }

    @Test
    void S2_02_whatTheRecordsSayOfEachCriterionIsFilledInAndRecommends() {
        town.itIs("2026-09-10");
        var child = town.child().attends(85).since("2026-09-01");
        var followed = referred(child);
        followed.office().completes("receive-referral", Filled.received());

        var shown = followed.hasTask("check-criteria").shows();
        assertThat(shown).containsEntry("recommendation", "return");
        assertThat(shown.get("criteria").toString()).contains("Attendance below 90 %", "\"met\"", "Early Help Assessment offered", "\"notMet\"");
    }

    @Test
    void S2_02_aReferralThatMeetsTheCriteriaIsAcceptedAndTheSchoolIsTold() {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());

        followed.sent("APWS 2.1.0 to Daniel Lee").everyLetterIsOnItsWay().waitsAt("arrange-initial-meeting");
        assertThat(followed.detail("APWS 2.1.0", "officerName")).startsWith("Officer No");
        assertThat(followed.detail("APWS 2.1.0", "allocateBy")).isEmpty();
        assertThat(followed.detail("APWS 2.1.0", "criteriaMet")).isEmpty();
        assertThat(entries.newest(followed.reference(), "check-criteria").orElseThrow().data().path("criteriaMet")).hasSize(7);
    }

    @Test
    void S2_02_acceptingAgainstTheRecommendationNeedsAReason() {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received())
                .isRefused("check-criteria", Filled.accepted().without("reason"), "reason");
        followed.waitsAt("check-criteria");
    }

    @Test
    void S2_03_aReferralThatDoesNotIsReturnedToTheSchoolWithAdvice() {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.returned("2026-10-28"));

        followed.sent("APWS 2.1.1(2) to Daniel Lee").waitsAt("answer-return");
        assertThat(followed.detail("APWS 2.1.1(2)", "advice")).isEqualTo("Offer one at the next meeting");
        var answer = followed.hasTask("answer-return").withTheSchool().dueOn("2026-10-28").followedUpOn("2026-10-28");
        assertThat(answer.shows()).containsEntry("returnAdvice", "Offer one at the next meeting");
    }

    @Test
    void S2_03_aReturnedReferralCanBeMadeAgain() {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.returned("2026-09-21"));
        followed.school().completes("answer-return", Filled.refersAgain());
        followed.waitsAt("refer-again").hasTask("refer-again").withTheSchool().dueOn("2026-09-15");
        followed.school().completes("refer-again", Filled.referral(today()));

        followed.sent("APWS 2.1.1(2) to Daniel Lee", "APWS 1.1.0 to Attendance & Pupil Welfare Service").waitsAt("receive-referral");
        assertThat(followed.detail("APWS 1.1.0", "stage")).isEqualTo("Stage 2");
    }

    @Test
    void S2_03_theSchoolKeepsThePupilAndTheCaseGoesBackToIt() {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.returned("2026-09-21"));
        followed.school().completes("answer-return", Filled.keptInSchool());

        followed.waitsAt().ended(STAGE, "kept-in-school", "stageOutcome", "backToSchool");
    }

    @Test
    void S2_04_whereNoOfficerIsFreeTheServiceManagerAllocatesByHand() {
        town.itIs("2026-09-10");
        var followed = referredWithoutOfficer(town.child());
        var full = town.officer(0);
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());

        followed.sent("APWS 2.1.0 to Daniel Lee").waitsAt("allocate-by-hand");
        assertThat(followed.detail("APWS 2.1.0", "allocateBy")).isEqualTo("2026-09-15");
        assertThat(followed.detail("APWS 2.1.0", "officerName")).isEmpty();
        var task = followed.hasTask("allocate-by-hand").dueOn("2026-09-15").task();
        assertThat(town.engine().getTaskService().getIdentityLinksForTask(task.getId())).extracting(link -> link.getGroupId())
                .containsExactlyInAnyOrder("service-manager", "service-manager-deputy");
        followed.worker("service-manager").completes("allocate-by-hand", Filled.byHand(full).with("newLimit", 5));

        followed.waitsAt("arrange-initial-meeting").hasTask("arrange-initial-meeting").withTheOfficer().dueOn("2026-09-15");
        assertThat(followed.officer().person().id()).isEqualTo(full.id());
    }

    @Test
    void S2_04_anAllocatedOfficerArrangesTheInitialMeeting() {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());

        followed.waitsAt("arrange-initial-meeting").hasTask("arrange-initial-meeting").withTheOfficer().dueOn("2026-09-15");
    }

    @Test
    void S2_05_theWarningGoesToEachParentWithItsThirtyDaysFromReceipt() {
        town.itIs("2026-09-10");
        var followed = warned(town.child(), "2026-09-24");

        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field").everyLetterIsOnItsWay()
                .waitsAt("record-posting").hasTask("record-posting").withTheOffice().dueOn("2026-09-15");
        assertThat(followed.detail("APWS 2.2.0", "meetingOn")).isEqualTo("2026-09-24");
        assertThat(followed.detail("APWS 2.2.0", "meetingTime")).isEqualTo("15:30");
        assertThat(followed.detail("APWS 2.2.0", "meetingPlace")).isEqualTo("Room 4");
        assertThat(followed.detail("APWS 2.2.0", "meetingWith")).isEqualTo("Daniel Lee");
        assertThat(followed.detail("APWS 2.2.0", "supportOffered")).isEqualTo("A key adult and a taxi");
    }

    /** Received on Wednesday 4 November 2026, to Thursday 3 December. */
    @Test
    void S2_05_theFormSaysHowManySchoolDaysTheWarningWillRunFor() {
        town.itIs("2026-11-02");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());

        assertThat(followed.hasTask("arrange-initial-meeting").shows()).extractingByKey("warningSchoolDays").hasToString("22");
    }

    @Test
    void S2_05_aNoticeToImproveGoesWithIt() {
        town.itIs("2026-09-10");
        var followed = referred(town.child());
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());
        followed.officer().completes("arrange-initial-meeting", Filled.withNoticeToImprove("2026-09-24"));

        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field",
                "NOTICE TO IMPROVE to Ms R Moss", "NOTICE TO IMPROVE to Mr O Field").waitsAt("record-posting");
        assertThat(followed.detail("NOTICE TO IMPROVE", "improveTo")).isEqualTo("2026-10-13");
    }

    @Test
    void S2_05_aLookedAfterChildsSocialWorkerIsAskedFirst() {
        town.itIs("2026-09-10");
        var child = town.child();
        town.database().sql("update pupil set looked_after = true where id = :id").param("id", child.id()).update();
        var followed = referred(child);
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());

        followed.officer().isRefused("arrange-initial-meeting", Filled.initialMeeting("2026-09-24"), "lookedAfterAsked")
                .completes("arrange-initial-meeting", Filled.initialMeeting("2026-09-24").with("lookedAfterAsked", "Both agree"));
        followed.waitsAt("record-posting");
    }

    @Test
    void S2_05_aWarningCountsAsReceivedOnTheSecondWorkingDayAfterItWasPosted() throws JsonProcessingException {
        town.itIs("2026-12-23");
        var child = town.child();
        var followed = warned(child, "2027-01-12");
        var receipts = json(followed.hasTask("record-posting").shows().get("receipts"));
        assertThat(receipts.get(0)).isEqualTo(json("""
                {"postedOn": "23 December 2026", "receivedOn": "29 December 2026", "endsOn": "27 January 2027"}"""));
        followed.office().completes("record-posting", Filled.posted(child, "2026-12-23"));

        assertThat(followed.variable(STAGE, "warningReceivedOn")).isEqualTo("2026-12-29");
    }

    private static JsonNode json(Object text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.toString());
    }

    @Test
    void S2_05_theThirtyDaysRunFromTheLastReceiptAsItWasShown() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = warned(child, "2026-09-24");
        town.itIs("2026-09-21");
        var mother = Filled.posted(child, 0, "2026-09-10");
        var father = Filled.posted(child, 1, "2026-09-10");
        father.put("shownReceivedOn", "2026-09-18");
        father.put("shownBy", "Signed for");
        followed.office().completes("record-posting", Map.of("warningPosted", "posted", "posted", List.of(mother, father)));

        assertThat(followed.variable(STAGE, "warningReceivedOn")).isEqualTo("2026-09-18");
    }

    @Test
    void S2_05_aWarningPostedLaterThanItWasPrintedIsPrintedAgainWithItsRightLastDay() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = warned(child, "2026-09-24");
        town.itIs("2026-09-15");
        var father = child.parents().get(1).id().toString();
        followed.office().isRefused("record-posting", Map.of("warningPosted", "posted", "posted", List.of(Filled.posted(child, 0, "2026-09-10"),
                        Filled.posted(child, 1, "2026-09-15"))), "the letter to Mr O Field says that its days begin on 14 September 2026. "
                        + "Posted so, it is received on 17 September 2026: print it again")
                .completes("record-posting", Map.of("warningPosted", "printAgain", "printAgainTo", List.of(father), "destroyed", true));

        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field", "APWS 2.2.0 to Mr O Field");
        var again = followed.letters().get(3);
        assertThat(letters.receiptOnPaper(again.id())).contains(LocalDate.of(2026, 9, 17));
        followed.office().completes("record-posting", Map.of("warningPosted", "posted", "posted", List.of(Filled.posted(child, 0, "2026-09-10"),
                Filled.posted(child, 1, "2026-09-15"))));
        assertThat(windows.of(child.id(), child.parents().get(0).id())).extracting(Window::from, Window::lastDay)
                .containsExactly(tuple(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 10, 13)));
        assertThat(windows.of(child.id(), child.parents().get(1).id())).extracting(Window::from, Window::lastDay)
                .containsExactly(tuple(LocalDate.of(2026, 9, 17), LocalDate.of(2026, 10, 16)));
        assertThat(followed.variable(STAGE, "warningReceivedOn")).isEqualTo("2026-09-17");
    }

    @Test
    void S2_05_aWarningWithANoticeToImproveIsPrintedAgainWithIt() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = referred(child);
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());
        followed.officer().completes("arrange-initial-meeting", Filled.withNoticeToImprove("2026-09-24"));
        town.itIs("2026-09-15");
        followed.office().completes("record-posting", Map.of("warningPosted", "printAgain", "printAgainTo",
                child.parents().stream().map(parent -> parent.id().toString()).toList(), "destroyed", true));

        assertThat(followed.letters()).filteredOn(letter -> letter.code().equals("NOTICE TO IMPROVE")).hasSize(4);
        assertThat(followed.detail("NOTICE TO IMPROVE", "improveTo")).isEqualTo("2026-10-16");
    }

    /** As a stage that began before there was a way to print again. */
    @Test
    void S2_05_whereTheDiagramKnowsOfNoPrintingAgainTheDaysOfAWarningThatWasNotPostedDoNotBegin() throws IOException {
        var diagram = Files.readString(Path.of("bpmn/stage-2-fast-track.bpmn")).replace("${warningPosted == 'posted'}", "${true}")
                .replace("${warningPosted == 'printAgain'}", "${false}");
        var older = town.engine().getRepositoryService().createDeployment().addString("stage-2-fast-track.bpmn", diagram).deploy();
        try {
            town.itIs("2026-09-10");
            var child = town.child();
            var followed = warned(child, "2026-09-24");
            followed.office().isRefused("record-posting", Map.of("warningPosted", "printAgain", "printAgainTo",
                    List.of(child.parents().get(0).id().toString()), "destroyed", true), "no days begin with a letter that was not posted");
        } finally {
            town.engine().getRepositoryService().deleteDeployment(older.getId(), true);
        }
    }

    @Test
    void S2_05_aWarningHandedOverEarlierThanItSaysRunsAsItIsPrinted() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = warned(child, "2026-09-24");
        var mother = Filled.posted(child, 0, "2026-09-10");
        mother.putAll(Map.of("addressUsed", "byHand", "postClass", "byHand"));
        followed.office().completes("record-posting", Map.of("warningPosted", "posted", "posted", List.of(mother,
                Filled.posted(child, 1, "2026-09-10"))));

        assertThat(windows.of(child.id(), child.parents().get(0).id())).extracting(Window::from).containsExactly(LocalDate.of(2026, 9, 14));
    }

    @Test
    void S2_06_theInitialMeetingIsHeldOnTheDayAgreedAlsoInTheHolidays() {
        town.itIs("2026-10-14");
        var followed = invitedToInitialMeeting(town.child(), "2026-10-28");

        followed.waitsAt("hold-initial-meeting").hasTask("hold-initial-meeting").withTheOfficer().dueOn("2026-10-28").followedUpOn("2026-10-28");
    }

    @Test
    void S2_06_aMeetingPutOffIsInvitedToAgainAndTheWarningRunsOn() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invitedToInitialMeeting(child, "2026-09-24")
                .sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field");
        town.itIs("2026-09-23");
        followed.officer().completes("hold-initial-meeting", Filled.meetingPutOff("2026-09-30"));

        followed.sent("APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field").waitsAt("hold-initial-meeting")
                .hasTask("hold-initial-meeting").dueOn("2026-09-30");
        assertThat(followed.detail("APWS 2.2.0", "meetingOn")).isEqualTo("2026-09-30");
        assertThat(followed.detail("APWS 2.2.0", "warningFrom")).isEqualTo("2026-09-14");
        assertThat(followed.detail("APWS 2.2.0", "warningTo")).isEqualTo("2026-10-13");
    }

    @Test
    void S2_06_aFirstMissedMeetingIsArrangedAgainAndOnlyWhoMissedItIsWrittenTo() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invitedToInitialMeeting(child, "2026-09-24")
                .sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field");
        town.itIs("2026-09-24");
        followed.officer().isRefused("hold-initial-meeting", missedAgain(child), "afterMiss").completes("hold-initial-meeting", missed(child));

        followed.sent("MISSED MEETING to Mr O Field").waitsAt("hold-initial-meeting").hasTask("hold-initial-meeting").dueOn("2026-10-01");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-09-24");
        assertThat(followed.detail("MISSED MEETING", "meetingOn")).isEqualTo("2026-10-01");
        assertThat(followed.detail("MISSED MEETING", "missedWhat")).contains("initial meeting");
        assertThat(followed.variable(STAGE, "missedMeetings")).isEqualTo(1L);
    }

    private static Filled missed(Child child) {
        return Filled.initialMeetingMissed(child, "notInvited", "didNotAttend").with("afterMiss", "rearrange")
                .with("meetingOn", "2026-10-01").with("meetingTime", "16:00").with("meetingPlace", "Room 4").with("meetingWith", "Daniel Lee");
    }

    private static Filled missedAgain(Child child) {
        return Filled.initialMeetingMissed(child, "didNotAttend", "apologies").with("afterMiss", "goOn")
                .with("decidedWithout", "The warning runs on");
    }

    /** Missed on 24 September and again on 1 October; the warning was received on 14 September. */
    private TracedCase missedTwice(Child child) {
        town.itIs("2026-09-10");
        var followed = invitedToInitialMeeting(child, "2026-09-24");
        town.itIs("2026-09-24");
        followed.officer().completes("hold-initial-meeting", missed(child));
        town.itIs("2026-10-01");
        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field", "MISSED MEETING to Mr O Field");
        followed.officer().completes("hold-initial-meeting", missedAgain(child));
        return followed;
    }

    @Test
    void S2_06_afterASecondTheOfficerGoesOnWithoutTheParentsAndTheWarningRuns() {
        var followed = missedTwice(town.child());

        followed.sent("MISSED MEETING to Ms R Moss", "MISSED MEETING to Mr O Field").waitsAt("warning-runs");
        assertThat(followed.detail("MISSED MEETING", "decided")).isEqualTo("The warning runs on");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-10-01");
        followed.hasTask("warning-runs").withTheOfficer().dueOn("2026-10-14").followedUpOn("2026-10-14");
        followed.waitsFor("warning-over").until("2026-10-14").passes();
        followed.waitsAt("hold-final-review");
    }

    @Test
    void S2_05_aWarningThatCameBackIsServedAgainWithNewLastDaysOnPaperAndInTheTimer() {
        var child = town.child();
        var followed = missedTwice(child);
        followed.waitsFor("warning-over").until("2026-10-14");
        var father = child.parents().get(1).id();
        assertThat(windows.of(child.id(), father)).extracting(Window::from, Window::lastDay)
                .containsExactly(tuple(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 10, 13)));
        var letter = letters.ofCase(followed.reference()).stream().filter(one -> one.code().equals("APWS 2.2.0")
                && one.parentId().equals(father)).findFirst().orElseThrow();
        goesOut(letter.id());
        town.itIs("2026-10-05");
        followed.office().person().starts("report-returned-letter", NoticeTraces.with(Filled.returned(letter.number(), today()),
                "caseReference", followed.reference()));
        assertThat(windows.of(child.id(), father)).as("a warning that nobody got does not run").isEmpty();
        town.itIs("2026-10-08");
        var school = child.pupil().schoolCode();
        new Person(town.engine(), "lead-" + school, List.of(Roles.ofSchool(school))).completes(town.engine().getTaskService()
                .createTaskQuery().processVariableValueEquals("letterId", letter.id()), "correct-address",
                Filled.newAddress("5 New Street", "ZZ99 5AA"));

        assertThat(town.database().sql("select content from letter where instead_of = :id").param("id", letter.id()).query(String.class)
                .single()).contains("\"receipt\":{\"on\":\"2026-10-12\",\"warningTo\":\"2026-11-10\"}").as("a meeting that is past").doesNotContain("2026-09-24");
        followed.tells("S2-05", "names 2026-09-24 no more: it is sent again too late for it", "lead-" + school);
        assertThat(windows.of(child.id(), father)).extracting(Window::from, Window::lastDay)
                .containsExactly(tuple(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 11, 10)));
        followed.waitsFor("warning-over").until("2026-11-11");
        followed.hasTask("warning-runs").dueOn("2026-11-11");
    }

    @Test
    void S2_09_withoutAPlanTheReviewMeasuresAgainstWhatTheWarningExpects() {
        var child = town.child().attends(80).since("2026-09-01").attends(96).since("2026-09-14");
        var followed = missedTwice(child);
        followed.waitsFor("warning-over").passes();

        assertThat(followed.hasTask("hold-final-review").withTheOfficer().shows()).containsEntry("recommendation", "improved");
    }

    @Test
    void S2_09_withoutAPlanAReviewMovedOnLetsTheWarningRunOn() {
        var child = town.child();
        var followed = missedTwice(child);
        followed.officer().completes("warning-runs", Map.of("note", "Held early"));
        followed.waitsAt("hold-final-review").officer().completes("hold-final-review", Filled.finalReviewMovedOn(child, today(), "2026-10-26"));

        followed.waitsAt("warning-runs").hasTask("warning-runs").dueOn("2026-10-26").followedUpOn("2026-10-26");
        followed.waitsFor("warning-over").until("2026-10-26").passes();
        followed.officer().isRefused("hold-final-review", Filled.finalReviewMovedOn(child, today(), "2026-11-09"), "once only");
    }

    @Test
    void S2_07_aPlanIsAgreedForThirtyDaysFromItsSigningAndEachPartyGetsACopy() {
        var child = town.child().attends(88).since("2026-09-01");
        var followed = onFastTrack(child, "2026-09-24");

        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field",
                "ISP 2.3.0 to Ms R Moss", "ISP 2.3.0 to Mr O Field", "ISP 2.3.0 to Daniel Lee").waitsAt("support-pupil");
        assertThat(plans.current(followed.reference())).get()
                .extracting(Plan::code, Plan::version, Plan::startOn, Plan::midPointOn, Plan::reviewOn, Plan::target)
                .containsExactly("ISP 2.3.0", 1, LocalDate.of(2026, 9, 24), LocalDate.of(2026, 10, 9), LocalDate.of(2026, 11, 2),
                        new BigDecimal("96.00"));
        assertThat(entries.newest(followed.reference(), "agree-fast-track-plan")).get().extracting(entry -> entry.step()).isEqualTo("S2-07");
        followed.hasTask("support-pupil").withTheOfficer().dueOn("2026-10-09").followedUpOn("2026-10-09");
    }

    @Test
    void S2_07_thePlanComesAfterTheMeeting() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invitedToInitialMeeting(child, "2026-09-24");
        town.itIs("2026-09-24");
        followed.officer().completes("hold-initial-meeting", Filled.initialMeetingHeld(child, today()));

        var task = followed.waitsAt("agree-fast-track-plan").hasTask("agree-fast-track-plan").withTheOfficer().dueOn("2026-09-29");
        assertThat(task.shows()).containsEntry("planCode", "ISP 2.3.0");
    }

    @Test
    void S2_07_aParentWhoRefusesToSignDoesNotStopThePlan() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invitedToInitialMeeting(child, "2026-09-24");
        town.itIs("2026-09-24");
        followed.officer().completes("hold-initial-meeting", Filled.initialMeetingHeld(child, today()))
                .completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-09-24").with("parties", List.of(
                        Map.of("name", "Ms R Moss", "role", "mother", "signed", "declined"))));

        followed.waitsAt("support-pupil");
    }

    @Test
    void S2_06_aParentWhoMissedAMeetingThatTheOtherCameToIsToldWhatWasAgreed() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invitedToInitialMeeting(child, "2026-09-24");
        town.itIs("2026-09-24");
        followed.officer().completes("hold-initial-meeting", Filled.initialMeetingHeld(child, today()).fatherMissedIt(child));
        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field");
        followed.officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-09-24"));

        followed.sent("ISP 2.3.0 to Ms R Moss", "ISP 2.3.0 to Mr O Field", "ISP 2.3.0 to Daniel Lee", "MISSED MEETING to Mr O Field")
                .waitsAt("support-pupil");
        assertThat(followed.detail("MISSED MEETING", "decided")).isEqualTo("What was agreed is enclosed");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-09-24");
    }

    @Test
    void S2_08_theMidPointComesFifteenDaysAfterTheSigning() {
        var followed = onFastTrack(town.child(), "2026-09-24");
        followed.waitsFor("mid-point-due").until("2026-10-09").passes();

        followed.waitsAt("hold-mid-point-review").hasTask("hold-mid-point-review").withTheOfficer().dueOn("2026-10-14");
    }

    @Test
    void S2_08_aMidPointInHalfTermIsHeldAfterIt() {
        var followed = onFastTrack(town.child(), "2026-10-12");
        followed.waitsFor("mid-point-due").until("2026-11-02");
        followed.hasTask("support-pupil").dueOn("2026-11-02");
    }

    @Test
    void S2_08_theOfficerBringsTheMidPointForwardAndThePlanStaysAsItIs() {
        var child = town.child().attends(80).since("2026-09-01").attends(95).since("2026-09-24");
        var followed = onFastTrack(child, "2026-09-24");
        town.itIs("2026-10-05");
        followed.officer().completes("support-pupil");
        assertThat(followed.waitsAt("hold-mid-point-review").hasTask("hold-mid-point-review").shows()).containsEntry("recommendation", "improved");
        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field",
                "ISP 2.3.0 to Ms R Moss", "ISP 2.3.0 to Mr O Field", "ISP 2.3.0 to Daniel Lee");
        followed.officer().completes("hold-mid-point-review", Filled.midPoint(child, today()));

        followed.sent().waitsAt("support-pupil-further");
        assertThat(plans.current(followed.reference())).get().extracting(Plan::version).isEqualTo(1);
        followed.hasTask("support-pupil-further").withTheOfficer().dueOn("2026-11-02").followedUpOn("2026-11-02");
    }

    @Test
    void S2_08_aChangedPlanIsItsNextVersionWithTheSameThirtyDays() {
        var child = town.child().attends(88).since("2026-09-01");
        var followed = onFastTrack(child, "2026-09-15");
        followed.waitsFor("mid-point-due").passes();
        assertThat(followed.hasTask("hold-mid-point-review").shows()).containsEntry("targetInWords", "every day but one");
        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field",
                "ISP 2.3.0 to Ms R Moss", "ISP 2.3.0 to Mr O Field", "ISP 2.3.0 to Daniel Lee");
        followed.officer().completes("hold-mid-point-review", Filled.midPointWithChange(child, today()));

        followed.sent("ISP 2.3.1 to Ms R Moss", "ISP 2.3.1 to Mr O Field", "ISP 2.3.1 to Daniel Lee").waitsAt("support-pupil-further");
        assertThat(plans.current(followed.reference())).get()
                .extracting(Plan::code, Plan::version, Plan::startOn, Plan::midPointOn, Plan::reviewOn, Plan::target)
                .containsExactly("ISP 2.3.1", 2, LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 15),
                        new BigDecimal("97.00"));
        assertThat(followed.hasTask("support-pupil-further").shows().get("planText").toString()).contains("ISP 2.3.1, version 2");
        followed.waitsFor("plan-over").until("2026-10-15");
    }

    @Test
    void S2_08_aParentWhoMissedTheMidPointIsToldWhatWasDecided() {
        var child = town.child();
        var followed = onFastTrack(child, "2026-09-24");
        followed.officer().completes("support-pupil");
        followed.officer().completes("hold-mid-point-review", Filled.midPoint(child, today()).fatherMissedIt(child));

        followed.waitsAt("support-pupil-further");
        assertThat(followed.letters()).last().satisfies(letter -> {
            assertThat(letter.code()).isEqualTo("MISSED MEETING");
            assertThat(letter.step()).isEqualTo("S2-08");
            assertThat(letter.recipientName()).isEqualTo("Mr O Field");
        });
        assertThat(followed.detail("MISSED MEETING", "missedWhat")).contains("mid-point");
    }

    @Test
    void S2_09_theFinalReviewComesThirtyDaysAfterTheSigning() {
        var followed = afterMidPoint(town.child(), "2026-09-15");
        assertThat(plans.current(followed.reference())).get().extracting(Plan::reviewOn).isEqualTo(LocalDate.of(2026, 10, 15));
        followed.hasTask("support-pupil-further").withTheOfficer().dueOn("2026-10-15").followedUpOn("2026-10-15");
        followed.waitsFor("plan-over").until("2026-10-15").passes();

        followed.waitsAt("hold-final-review").hasTask("hold-final-review").withTheOfficer().dueOn("2026-10-20");
    }

    @Test
    void S2_09_aReviewAgreedForAnotherDayIsHeldOnThatDay() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invitedToInitialMeeting(child, "2026-09-24");
        town.itIs("2026-09-24");
        followed.officer().completes("hold-initial-meeting", Filled.initialMeetingHeld(child, today()))
                .completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-09-24").with("planReviewOn", "2026-10-22"))
                .completes("support-pupil").completes("hold-mid-point-review", Filled.midPointWithChange(child, today()));

        followed.hasTask("support-pupil-further").dueOn("2026-10-22").followedUpOn("2026-10-22");
        followed.waitsFor("plan-over").until("2026-10-22");
        assertThat(plans.of(followed.reference())).extracting(Plan::reviewOn).containsOnly(LocalDate.of(2026, 10, 22));
    }

    private TracedCase afterMidPoint(Child child, String signedOn) {
        var followed = onFastTrack(child, signedOn);
        followed.officer().completes("support-pupil").completes("hold-mid-point-review", Filled.midPoint(child, today()));
        return followed;
    }

    @Test
    void S2_10_improved_FastTrackIsSuspendedForAFurtherPlan() {
        var child = town.child().attends(80).since("2026-09-01").attends(97).since("2026-09-24");
        var followed = afterMidPoint(child, "2026-09-24");
        followed.waitsFor("plan-over").passes();
        assertThat(followed.hasTask("hold-final-review").shows()).containsEntry("recommendation", "improved");
        followed.officer().completes("hold-final-review", Filled.improvedAfter30Days(child, today()));

        var task = followed.waitsAt("agree-fast-track-plan").hasTask("agree-fast-track-plan").withTheOfficer().dueOn("2026-11-09");
        assertThat(task.shows()).containsEntry("planCode", "ISP 2.3.0");
        assertThat(followed.variable("fast-track-suspended", "suspendedAt")).isEqualTo("S2-10");
        assertThat(followed.variable("fast-track-suspended", "monitoredAt")).isEqualTo("S2-11");
        assertThat(followed.variable("fast-track-suspended", "planLetter")).isEqualTo("ISP 2.3.0");
    }

    @Test
    void S2_09_notImproved_theCaseGoesOnToStage3() {
        var child = town.child().attends(88).since("2026-09-01").attends(92).since("2026-09-24");
        var followed = afterMidPoint(child, "2026-09-24");
        followed.waitsFor("plan-over").passes();
        var shown = followed.hasTask("hold-final-review").shows();
        assertThat(shown).containsEntry("recommendation", "notImproved");
        assertThat(shown.get("supportChecks").toString()).contains("special educational needs");
        followed.officer().completes("hold-final-review", Filled.notImprovedAfter30Days(child, today()));

        followed.waitsAt().ended(STAGE, "on-to-stage-3", "stageOutcome", "stage3");
        var goOn = entries.newest(followed.reference(), "hold-final-review").orElseThrow().data().path("parentsGoingOn");
        assertThat(goOn).extracting(row -> row.path("goesOn").asText()).containsExactly("yes", "no");
    }

    @Test
    void S2_09_aDecisionAgainstTheRecommendationNeedsAReason() {
        var child = town.child().attends(88).since("2026-09-01").attends(80).since("2026-09-24");
        var followed = afterMidPoint(child, "2026-09-24");
        followed.waitsFor("plan-over").passes();
        followed.officer().isRefused("hold-final-review", Filled.improvedAfter30Days(child, today()), "reason")
                .completes("hold-final-review", Filled.improvedAfter30Days(child, today()).with("reason", "Ill for a week"));

        followed.waitsAt("agree-fast-track-plan");
    }

    @Test
    void S2_09_aReviewTooEarlyToSayIsMovedOnOnce() {
        var child = town.child();
        var followed = afterMidPoint(child, "2026-09-24");
        followed.officer().completes("support-pupil-further").completes("hold-final-review",
                Filled.finalReviewMovedOn(child, today(), "2026-10-26"));

        followed.waitsAt("support-pupil-further").hasTask("support-pupil-further").dueOn("2026-10-26").followedUpOn("2026-10-26");
        assertThat(plans.current(followed.reference())).get().extracting(Plan::reviewOn).isEqualTo(LocalDate.of(2026, 10, 26));
        followed.waitsFor("plan-over").until("2026-10-26").passes();
        followed.officer().isRefused("hold-final-review", Filled.finalReviewMovedOn(child, today(), "2026-11-09"), "once only");
    }

    @Test
    void S2_09_aParentWhoMissedTheFinalReviewIsToldWhatWasDecided() {
        var child = town.child();
        var followed = afterMidPoint(child, "2026-09-24");
        followed.officer().completes("support-pupil-further")
                .completes("hold-final-review", Filled.improvedAfter30Days(child, today()).fatherMissedIt(child));

        followed.waitsAt("agree-fast-track-plan");
        assertThat(followed.letters()).last().satisfies(letter -> {
            assertThat(letter.code()).isEqualTo("MISSED MEETING");
            assertThat(letter.step()).isEqualTo("S2-09");
            assertThat(letter.recipientName()).isEqualTo("Mr O Field");
        });
        assertThat(followed.detail("MISSED MEETING", "missedWhat")).contains("final review");
        assertThat(followed.detail("MISSED MEETING", "decided")).isEqualTo("What was agreed is enclosed");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-09-24");
    }

    private TracedCase suspended(Child child) {
        var followed = afterMidPoint(child, "2026-09-24");
        followed.officer().completes("support-pupil-further").completes("hold-final-review", Filled.improvedAfter30Days(child, today()))
                .completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-09-24")).completes("support-pupil");
        return followed;
    }

    @Test
    void S2_11_sustainedAndRegularTheCaseIsClosed() {
        var child = town.child();
        var followed = suspended(child);
        followed.officer().completes("review-suspension", Filled.sustained(today()));
        followed.waitsAt("watch-attendance").hasTask("watch-attendance").withTheOfficer().dueOn("2026-10-22");
        followed.officer().completes("watch-attendance");
        var before = followed.letters().size();
        followed.hasTask("review-monitoring").withTheOfficer();
        followed.officer().completes("review-monitoring", Filled.regular());

        followed.waitsAt().ended(STAGE, "attendance-regular", "stageOutcome", "regular");
        assertThat(entries.newest(followed.reference(), "review-monitoring")).get().extracting(entry -> entry.step()).isEqualTo("S2-11");
        assertThat(followed.letters().subList(before, followed.letters().size())).extracting(letter -> letter.code() + " to " + letter.recipientName())
                .containsExactlyInAnyOrder("CLOSING to Ms R Moss", "CLOSING to Mr O Field", "CLOSING to Daniel Lee");
        assertThat(followed.detail("CLOSING", "figuresFrom")).isEqualTo(today().toString());
    }

    @Test
    void S2_10_relapsed_FastTrackResumesAtStage3() {
        var followed = suspended(town.child());
        followed.officer().completes("review-suspension", Filled.relapsedInSuspension(today()));

        followed.waitsAt().ended(STAGE, "on-to-stage-3", "stageOutcome", "stage3");
    }

    @Test
    void S2_07_aParentFoundInTheMiddleOfTheCaseIsWrittenToFromThenOn() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invitedToInitialMeeting(child, "2026-09-24")
                .sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field");
        town.itIs("2026-09-24");
        var found = parents.save(new Parent(null, "found-" + child.id(), "Mrs", "Ines", "Vale", "4 Hill Street\nNewtown", "ZZ99 1AA", false,
                "01632 960301", "vale@home.example", "English", null, null));
        parents.link(child.id(), found.id(), "stepmother", true);
        var held = Filled.initialMeetingHeld(child, today());
        var came = new ArrayList<Object>((List<?>) held.get("parents"));
        followed.officer().isRefused("hold-initial-meeting", held, "parents");
        came.add(Map.of("parentId", found.id().toString(), "came", "attended", "invitedHow", "telephone"));
        followed.officer().completes("hold-initial-meeting", held.with("parents", came))
                .completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-09-24"));

        followed.sent("ISP 2.3.0 to Mrs I Vale", "ISP 2.3.0 to Ms R Moss", "ISP 2.3.0 to Mr O Field", "ISP 2.3.0 to Daniel Lee");
    }

    @Test
    void S2_06_aParentWhomThePupilHasNoLongerIsNotWrittenTo() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = invitedToInitialMeeting(child, "2026-09-24");
        town.itIs("2026-09-24");
        followed.officer().completes("hold-initial-meeting", Filled.initialMeetingHeld(child, today()).fatherMissedIt(child));
        followed.sent("APWS 2.1.0 to Daniel Lee", "APWS 2.2.0 to Ms R Moss", "APWS 2.2.0 to Mr O Field");
        new Leaving(town, town.leadOf(town.schoolOf(child))).ofParent(child, 1, "2026-09-23");
        followed.officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), "2026-09-24"));

        followed.sent("ISP 2.3.0 to Ms R Moss", "ISP 2.3.0 to Daniel Lee").waitsAt("support-pupil");
    }
}
