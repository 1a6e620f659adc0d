package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.legal.ProceedingStatus;
import apws.legal.SessionState;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

/** The diagram stage-4-prosecution (S4-01 to S4-10). */
class Stage4Test extends ProsecutionTraces {

    @Test
    void S4_01_theOfficerBooksTheLegalMeeting() {
        town.itIs("2026-11-12");
        inStage4();

        followed.waitsAt("book-legal-meeting").hasTask("book-legal-meeting").with(town.officerOf(followed.reference())).dueOn("2026-11-17");
    }

    @Test
    void S4_01_eachParentIsInvitedAlone() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "yes", "yes"));

        followed.sent("APWS 4.1 to Ms R Moss", "APWS 4.1 to Mr O Field").waitsAt("hold-legal-meeting").hasTask("hold-legal-meeting")
                .with(town.officerOf(followed.reference())).dueOn("2026-11-24").followedUpOn("2026-11-24");
        assertThat(followed.detail("APWS 4.1", "meetingOn")).isEqualTo("2026-11-24");
        assertThat(followed.detail("APWS 4.1", "offence"))
                .isEqualTo("Failure to secure regular attendance at school, section 444(1) Education Act 1996");
    }

    @Test
    void S4_01_aMeetingOnASaturdayStaysOnTheSaturday() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().isRefused("book-legal-meeting", AtCourt.booked(child, "2026-11-28", "yes", "no"), "legalMeetingOn")
                .completes("book-legal-meeting", AtCourt.booked(child, "2026-11-28", "yes", "no").with("legalMeetingOnWhy", Filled.ASKED_FOR));

        followed.sent("APWS 4.1 to Ms R Moss").hasTask("hold-legal-meeting").dueOn("2026-11-28").followedUpOn("2026-11-28");
    }

    @Test
    void S4_01_theFormSaysWhomStageThreeSuspected() {
        town.itIs("2026-11-09");
        inStage4(List.of(1));

        assertThat(shown(town.officerOf(followed.reference()), followed.hasTask("book-legal-meeting").task().getId(), "invitations"))
                .contains("\"name\":\"Mr O Field\"").containsOnlyOnce("suspected in Stage 3");
    }

    @Test
    void S4_01_somebodyMustBeInvitedAndSupportThoughtOf() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().isRefused("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "no", "no"), "invitations")
                .isRefused("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "yes", "no")
                .with("supportFirstRead", false), "supportFirstRead");

        followed.waitsAt("book-legal-meeting");
    }

    @Test
    void S4_02_putOffTheMeetingIsBookedAgain() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "yes", "yes"))
                .completes("hold-legal-meeting", AtCourt.putOff());

        followed.sent("APWS 4.1 to Ms R Moss", "APWS 4.1 to Mr O Field").waitsAt("book-legal-meeting");
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-12-01", "yes", "no"));
        followed.sent("APWS 4.1 to Ms R Moss").hasTask("hold-legal-meeting").dueOn("2026-12-01");
    }

    @Test
    void S4_02_questionsPutAreRecordedForEachParentApart() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "yes", "yes"));
        town.itIs("2026-11-24");
        followed.officer().completes("hold-legal-meeting", AtCourt.held(child, today(), "prepare", "attended", "yes", "attended", "yes"));

        followed.waitsAt("record-questions", "record-questions");
        task(0, "record-questions").with(town.officerOf(followed.reference())).dueOn("2026-11-27");
        records(0);
        records(1);
        goesOn();
        followed.waitsAt("prepare-prosecution");
        assertThat(entries.of(followed.reference())).filteredOn(entry -> entry.form().equals("record-questions"))
                .extracting(entry -> entry.data().path("suspectId").asLong()).containsExactly(parentId(0), parentId(1));
    }

    @Test
    void settlement_14_noPenaltyNoticeHoldsASessionListedInAnInvitationOrInAProsecutionBeingPrepared() {
        town.itIs("2026-11-24");
        met("prepare");
        followed.officer().completes("prepare-prosecution", AtCourt.prepared(child, today(), "yes", "no"));
        child.missed("2026-10-23", "2026-11-02");
        followed.officer().person().starts("penalty-notice", Map.of("noticeFor", "termTimeLeave", "caseReference", followed.reference(), "why",
                "Leave in October"));

        var free = followed.hasTask("prepare-penalty-notice").shows().get("freeSessions").toString();
        assertThat(free).contains("listed to this parent (APWS 4.1)", "in a prosecution that is being prepared", "\"yes\"");
        var notice = Filled.blank().with("noticeDecision", "issue").with("parentId", parentId(0).toString());
        followed.officer().isRefused("prepare-penalty-notice", notice.with("noticeSessions", List.of("2026-10-05 AM")), "noticeSessions")
                .isRefused("prepare-penalty-notice", notice.with("noticeSessions", List.of("2026-10-23 AM")), "noticeSessions");
    }

    @Test
    void S4_06_decliningWhereAnOlderDiagramKnowsOnlyTheChargeIsRefusedWithWhatToDo() {
        town.itIs("2026-11-24");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()));
        var older = Bpmn.createExecutableProcess("older").camundaHistoryTimeToLiveString("P2190D").camundaStartableInTasklist(false)
                .startEvent().userTask("issue-charge").camundaFormRef("issue-charge").camundaFormRefBinding("latest")
                .camundaCandidateGroups("legal-services").serviceTask("record-charge").camundaDelegateExpression("${recordCharge}").endEvent().done();
        var deployed = town.engine().getRepositoryService().createDeployment().addModelInstance("older.bpmn", older).deploy();
        try {
            var task = of(0, "issue-charge");
            var begun = town.engine().getRuntimeService().startProcessInstanceByKey("older", followed.reference(),
                    town.engine().getRuntimeService().getVariables(task.getExecutionId()));
            var asked = town.engine().getTaskService().createTaskQuery().processInstanceId(begun.getId()).singleResult();
            assertThatThrownBy(() -> town.of("legal-services").as(() -> {
                town.engine().getTaskService().complete(asked.getId(), AtCourt.tooLate());
                return null;
            })).hasMessageContaining("a service manager puts the case back");
        } finally {
            town.engine().getRepositoryService().deleteDeployment(deployed.getId(), true);
        }
    }

    private void records(int parent) {
        var officer = town.officerOf(followed.reference());
        var found = of(parent, "record-questions").getId();
        officer.as(() -> {
            town.engine().getTaskService().complete(found, AtCourt.questions(today()));
            return null;
        });
    }

    @Test
    void S4_02_aParentWhoDidNotComeIsToldWhatWasDecided() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "yes", "yes"));
        followed.sent("APWS 4.1 to Ms R Moss", "APWS 4.1 to Mr O Field");
        town.itIs("2026-11-24");
        followed.officer().completes("hold-legal-meeting", AtCourt.held(child, today(), "prepare", "attended", "no", "didNotAttend", null));

        followed.sent("MISSED MEETING to Mr O Field").waitsAt("prepare-prosecution");
        assertThat(followed.detail("MISSED MEETING", "decided")).isEqualTo("The evidence is put together");
        assertThat(followed.detail("MISSED MEETING", "missedOn")).isEqualTo("2026-11-24");
        assertThat(followed.detail("MISSED MEETING", "missedWhat")).isEqualTo("the meeting about attendance and the law");
    }

    @Test
    void S4_02_withoutActionThePupilIsMonitored() {
        town.itIs("2026-11-24");
        met("noAction");

        followed.sent("APWS 4.1 to Ms R Moss", "APWS 4.1 to Mr O Field").waitsAt("watch-attendance");
        followed.hasTask("watch-attendance").with(town.officerOf(followed.reference())).dueOn("2027-01-04");
        followed.officer().completes("watch-attendance").completes("review-monitoring", Filled.regular().with("reason", "Seen every day"));
        followed.sent("CLOSING to Ms R Moss", "CLOSING to Mr O Field", "CLOSING to Daniel Lee");
        endedAs("regular", "attendance-is-regular");
    }

    @Test
    void S4_02_anEducationSupervisionOrderMayBeAppliedForInsteadOfAProsecution() {
        town.itIs("2026-11-24");
        met("supervisionOrder");
        followed.waitsAt("apply-for-supervision-order").hasTask("apply-for-supervision-order").withTheOfficer().dueOn("2026-12-08");
        followed.officer().completes("apply-for-supervision-order", Filled.blank().with("consultedWhom", "Ms C Services")
                .with("consultedOn", today().toString()).with("consultedSaid", "It would help").with("orderDecision", "applied")
                .with("appliedOn", today().toString()).with("orderCourt", "Testing Family Court"));

        followed.waitsAt("watch-attendance");
    }

    @Test
    void S4_02_aRelapseInMonitoringComesBackToTheLegalMeeting() {
        town.itIs("2026-11-24");
        met("noAction");
        followed.officer().completes("watch-attendance").completes("review-monitoring", Filled.relapsed("refer").with("reason", "Fridays"));

        followed.waitsAt("book-legal-meeting");
    }

    @Test
    void S4_02_moreSupportMayMakeAttendanceRegular() {
        town.itIs("2026-11-24");
        met("moreSupport");

        followed.waitsAt("agree-fast-track-plan");
        assertThat(followed.variable("fast-track-suspended", "suspendedAt")).isEqualTo("S4-02");
        assertThat(followed.variable("fast-track-suspended", "planCode")).isEqualTo("ISP 3.2");
        suspensionEnds("regular");
        endedAs("regular", "attendance-is-regular");
    }

    @Test
    void S4_02_theLetterAboutMoreSupportIsOneOfItsOwnToTheParentsConcernedAlone() {
        town.itIs("2026-11-24");
        inStage4();
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-12-01", "yes", "no"));
        town.itIs("2026-12-01");
        followed.officer().completes("hold-legal-meeting", AtCourt.held(child, today(), "moreSupport", "attended", "no", "notInvited", null));
        followed.sent("APWS 4.1 to Ms R Moss");
        followed.officer().completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), today().toString()));

        followed.sent("ISP 3.2 to Ms R Moss", "ISP 3.2 to Daniel Lee", "MORE SUPPORT to Ms R Moss");
    }

    @Test
    void S4_02_aRelapseAfterMoreSupportComesBackToTheLegalMeeting() {
        town.itIs("2026-11-24");
        met("moreSupport");
        suspensionEnds("relapsed");

        followed.waitsAt("book-legal-meeting");
    }

    @Test
    void S4_02_aProsecutionNeedsEachSupportNeedLookedAt() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "yes", "yes"));
        town.itIs("2026-11-24");
        followed.officer().isRefused("hold-legal-meeting", AtCourt.held(child, today(), "prepare")
                .with("supportChecks", List.of()), "supportChecks");
    }

    @Test
    void S4_03_theOfficerPutsTheEvidenceTogether() {
        town.itIs("2026-11-24");
        met("prepare");

        followed.waitsAt("prepare-prosecution").hasTask("prepare-prosecution")
                .with(town.officerOf(followed.reference())).dueOn("2026-12-08");
        followed.officer().isRefused("prepare-prosecution", AtCourt.prepared(child, today(), "no", "no"), "prosecutions")
                .isRefused("prepare-prosecution", AtCourt.prepared(child, today(), "yes", "no").with("exhibits", List.of()), "exhibits");
    }

    @Test
    void S4_04_eachParentIsApprovedApart() {
        town.itIs("2026-12-10");
        prepared("yes", "yes");

        followed.waitsAt("approve-prosecution", "approve-prosecution");
        assertThat(town.engine().getTaskService().getIdentityLinksForTask(of(1, "approve-prosecution").getId()))
                .extracting(link -> link.getGroupId())
                .containsExactlyInAnyOrder("service-manager", "service-manager-deputy");
        task(0, "approve-prosecution").dueOn("2026-12-15");
        completes("service-manager-deputy", 0, "approve-prosecution", AtCourt.approved());
        followed.waitsAt("review-prosecution", "approve-prosecution");
        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.SUBMITTED);
        assertThat(proceeding(0).approvedBy()).isEqualTo("one-of-service-manager-deputy");
        assertThat(prosecutions.of(followed.reference())).hasSize(1);
    }

    @Test
    void S4_04_theOfficerOfTheCaseDoesNotApprove() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        var officer = new Person(town.engine(), town.officerOf(followed.reference()).id(), List.of("ewo", "service-manager"));
        var task = of(0, "approve-prosecution").getId();

        assertThatThrownBy(() -> officer.as(() -> {
            town.engine().getTaskService().complete(task, AtCourt.approved());
            return null;
        })).isInstanceOf(FormFieldValidationException.class).hasMessageContaining("approval")
                .hasMessageContaining("somebody other than the case's officer");
        followed.waitsAt("approve-prosecution");
    }

    @Test
    void S4_04_eachDefenceIsLookedAt() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        followed.worker("service-manager").isRefused("approve-prosecution", AtCourt.approved()
                .without("defenceTransport"), "defenceTransport")
                .isRefused("approve-prosecution", AtCourt.approved("S444_1A").without("defenceJustification"), "defenceJustification")
                .isRefused("approve-prosecution", AtCourt.approved().with("evidenceEnough", "no"), "evidenceEnough")
                .isRefused("approve-prosecution", AtCourt.approved().with("periodFrom", "2026-10-13"), "sessions");
    }

    @Test
    void S4_04_moreEvidenceComesFromTheOfficerByTheDayThatWasSet() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.moreEvidence("2026-12-19"));

        followed.waitsAt("gather-more-evidence");
        task(0, "gather-more-evidence").with(town.officerOf(followed.reference())).dueOn("2026-12-19");
        assertThat(shown(town.officerOf(followed.reference()), of(0, "gather-more-evidence").getId(), "evidenceAskedText"))
                .contains("The head's statement");
        followed.officer().completes("gather-more-evidence", AtCourt.evidenceGathered());
        followed.waitsAt("approve-prosecution");
    }

    @Test
    void S4_04_refusedThePupilIsMonitored() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.refused());
        goesOn();

        followed.waitsAt("watch-attendance");
        assertThat(prosecutions.of(followed.reference())).isEmpty();
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.FREE, 6));
    }

    @Test
    void S4_05_legalServicesGetTheReferralAsOnePdfAndItsHashIsOnRecord() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved().with("sessionsLeftOut", List.of("2026-10-05 AM"))
                .with("leftOutWhy", "A dentist"));

        assertThat(followed.letters()).filteredOn(letter -> letter.code().equals("LEGAL REFERRAL")).singleElement().satisfies(letter -> {
            assertThat(letter.recipientName()).isEqualTo("Legal Services");
            assertThat(letter.sha256()).isNotBlank();
            assertThat(proceeding(0).submissions()).singleElement().satisfies(submission -> {
                assertThat(submission.bundleVersion()).isEqualTo(1);
                assertThat(submission.bundleSha256()).isEqualTo(letter.sha256());
                assertThat(submission.on()).isEqualTo(today());
            });
        });
        assertThat(proceeding(0).sessions()).hasSize(5);
        assertThat(followed.detail("LEGAL REFERRAL", "offence")).isEqualTo("Education Act 1996 s.444(1)");
        assertThat(followed.detail("LEGAL REFERRAL", "approvedBy")).isEqualTo("Some Body, APWS Service Manager");
        followed.everyLetterIsOnItsWay();
    }

    @Test
    void S4_05_theReferralHoldsTheChecksAsRecordedAndSaysWhatIsNotHeld() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved().with("sessionsLeftOut", List.of("2026-10-05 AM"))
                .with("leftOutWhy", "A dentist"));

        assertThat(referred("evidenceTest")).isEqualTo("Yes. Register and statement");
        assertThat(referred("publicInterest")).isEqualTo("Yes. A long absence");
        assertThat(referred("bestTool")).isEqualTo("Support was not taken up");
        assertThat(referred("otherViews")).isEqualTo("not involved");
        assertThat(referred("supervisionOrder")).isEqualTo("Considered with Ms C Services. Would not help");
        assertThat(referred("authority")).isEqualTo("Scheme of delegation");
        assertThat(referred("costs")).isEqualTo("£240");
        assertThat(List.of(referred("unusedMaterial"), referred("earlierNotices"), referred("convictions"))).containsOnly("None held");
        assertThat(followed.details("LEGAL REFERRAL").path("defences")).hasSize(5).first().extracting(JsonNode::asText)
                .isEqualTo("Leave was given: Looked at: does not apply");
        assertThat(followed.details("LEGAL REFERRAL").path("evidence")).extracting(JsonNode::asText).startsWith(
                "Statement of The Officer, Education Welfare Officer, signed on 8 December 2026, pages: 3; enclosed", "TO/1: Register print");
        assertThat(followed.details("LEGAL REFERRAL").path("sessions").get(0).path("lastDay").asText()).startsWith("2027-04-0");
        assertThat(followed.details("LEGAL REFERRAL").path("excludedSessions")).first()
                .extracting(session -> session.path("date").asText() + session.path("why").asText()).isEqualTo("2026-10-05A dentist");
    }

    private String referred(String fact) {
        return followed.detail("LEGAL REFERRAL", fact);
    }

    @Test
    void S4_06_legalServicesReviewWithinTenDays() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());

        task(0, "review-prosecution").with("legal-services").dueOn("2026-12-18");
        assertThat(shown(town.of("legal-services"), of(0, "review-prosecution").getId(), "submissionText")).contains("version 1");
    }

    @Test
    void S4_06_furtherEvidenceGoesToLegalServicesAsAnotherVersion() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.furtherEvidence(today(), "2026-12-20"));

        followed.waitsAt("gather-further-evidence");
        task(0, "gather-further-evidence").with(town.officerOf(followed.reference())).dueOn("2026-12-20");
        assertThat(shown(town.officerOf(followed.reference()), of(0, "gather-further-evidence").getId(), "furtherEvidenceAskedText"))
                .contains("The policy");
        followed.officer().completes("gather-further-evidence", AtCourt.gathered());
        followed.waitsAt("review-prosecution");
        assertThat(proceeding(0).submissions()).extracting(submission -> submission.bundleVersion()).containsExactly(1, 2);
    }

    @Test
    void S4_06_declinedTheSessionsAreFreeAgainAndThePupilIsMonitored() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.declined(today()));

        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.DECLINED);
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.FREE, 6));
        goesOn();
        followed.waitsAt("watch-attendance");
    }

    @Test
    void S4_06_sessionsStruckOutAreNotCharged() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today())
                .with("struckOut", List.of("2026-10-05 AM", "2026-10-05 PM"))
                .with("struckOutWhy", "The mark is in dispute"));
        assertThat(proceeding(0).sessions()).hasSize(4);
        completes("legal-services", 0, "issue-charge", AtCourt.charged(today()));

        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.FREE, 2, SessionState.CHARGED, 4));
    }

    @Test
    void S4_07_whatCannotBeChargedAnyMoreIsStruckOutWithTheCharge() {
        town.itIs("2027-04-05");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()));
        town.itIs("2027-04-07");
        followed.worker("legal-services").isRefused("issue-charge", AtCourt.charged(today()), "chargedOn")
                .isRefused("issue-charge", AtCourt.charged(today())
                .with("struckOut", List.of("2026-10-05 AM", "2026-10-05 PM")), "struckOutWhy");
        completes("legal-services", 0, "issue-charge", AtCourt.chargedFrom(today(), "2026-10-07")
                .with("struckOut", List.of("2026-10-05 AM", "2026-10-05 PM", "2026-10-06 AM", "2026-10-06 PM"))
                .with("struckOutWhy", "Their last day has passed"));

        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.EXPIRED, 4, SessionState.CHARGED, 2));
        assertThat(proceeding(0).struckOut()).hasSize(4);
    }

    @Test
    void S4_08_theChargeIsIssuedWithinTenDaysAndStartsProceedings() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()));
        task(0, "issue-charge").with("legal-services").dueOn("2026-12-18");
        completes("legal-services", 0, "issue-charge", AtCourt.charged(today()));

        followed.waitsAt("proceedings-ended", "record-summons");
        assertThat(proceeding(0).charge().on()).isEqualTo(today());
        assertThat(proceeding(0).summons()).as("not known yet").isNull();
        assertThat(followed.variable("court-proceedings", "parentName")).isEqualTo("Ms R Moss");
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.CHARGED, 6));
        assertThat(sessions(1)).isEqualTo(Map.of(SessionState.FREE, 6));
    }

    @Test
    void S4_08_aChargePastTheLastDayOfASessionIsRefusedAndNamesIt() {
        town.itIs("2027-04-05");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()));
        town.itIs("2027-04-06");
        var task = of(0, "issue-charge").getId();
        assertThatThrownBy(() -> town.of("legal-services").as(() -> {
            town.engine().getTaskService().complete(task, AtCourt.charged(today()));
            return null;
        })).isInstanceOf(FormFieldValidationException.class).hasMessageContaining("chargedOn")
                .hasMessageContaining("5 October 2026 in the morning")
                .hasMessageContaining("5 April 2027");

        followed.waitsAt("issue-charge");
        assertThat(proceeding(0).charge()).isNull();
        completes("legal-services", 0, "issue-charge", AtCourt.charged(today().minusDays(1)));
        followed.waitsAt("proceedings-ended", "record-summons");
    }

    @Test
    void S4_08_theSingleJusticeProcedureIsForTheLesserOffenceAndAdultsOnly() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved("S444_1A"));
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today(), "S444_1A"));
        var single = AtCourt.charged(today()).with("route", "SINGLE_JUSTICE_PROCEDURE").with("sjpPapers", "Notice, forms");
        followed.worker("legal-services").isRefused("issue-charge", single.with("offence", "S444_1A"), "route")
                .isRefused("issue-charge", single.with("offence", "S444_1").with("adult", "no"), "route")
                .completes("issue-charge", single.with("adult", "yes"));

        followed.waitsAt("proceedings-ended", "record-summons");
    }

    @Test
    void S4_07_whereEverySessionHasExpiredLegalServicesDeclineInsteadOfACharge() {
        town.itIs("2027-04-05");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()));
        town.itIs("2027-04-13");
        assertThat(shown(town.of("legal-services"), of(0, "issue-charge").getId(), "everySessionExpired")).isEqualTo("true");
        followed.worker("legal-services").isRefused("issue-charge", AtCourt.charged(today()), "chargedOn")
                .isRefused("issue-charge", AtCourt.tooLate().without("declineReason"), "declineReason");
        completes("legal-services", 0, "issue-charge", AtCourt.tooLate());

        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.DECLINED);
        assertThat(proceeding(0).endedBecause()).isEqualTo("The last day of every session has passed");
        goesOn();
        followed.waitsAt("watch-attendance");
    }

    @Test
    void S4_07_theDatesChargedBeginWithADayInTimeAndACertificateCoversThemExactly() {
        town.itIs("2027-04-05");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()));
        town.itIs("2027-04-07");
        var expired = List.of("2026-10-05 AM", "2026-10-05 PM", "2026-10-06 AM", "2026-10-06 PM");
        followed.worker("legal-services")
                .isRefused("issue-charge", AtCourt.charged(today()).with("struckOut", expired).with("struckOutWhy", "Expired"), "chargedOn")
                .isRefused("issue-charge", AtCourt.chargedFrom(today(), "2026-10-07").without("newCertificateBy")
                        .without("newCertificateOn").with("struckOut", expired).with("struckOutWhy", "Expired"), "newCertificateBy")
                .isRefused("issue-charge", AtCourt.chargedFrom(today(), "2026-10-04"), "periodFrom")
                .completes("issue-charge", AtCourt.chargedFrom(today(), "2026-10-07").with("struckOut", expired)
                        .with("struckOutWhy", "Expired"));

        assertThat(proceeding(0).charge().periodFrom()).isEqualTo("2026-10-07");
    }

    @Test
    void S4_04_thePeriodApprovedIsThatOfTheCertificateHeldNow() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        var shorter = AtCourt.approved().with("periodTo", "2026-10-12");
        followed.worker("service-manager").isRefused("approve-prosecution", shorter, "exactly the period of the certificate");
        completes("service-manager", 0, "approve-prosecution", AtCourt.moreEvidence("2026-12-19"));
        followed.officer().completes("gather-more-evidence", AtCourt.gathered().with("certificateChanged", "yes")
                .with("certificateFrom", "2026-10-05").with("certificateTo", "2026-10-12").with("certificateSignedBy", "Mrs H Teacher")
                .with("certificateSignedOn", "2026-12-08"));
        followed.worker("service-manager").isRefused("approve-prosecution", AtCourt.approved(), "exactly the period of the certificate");
        completes("service-manager", 0, "approve-prosecution", shorter);

        assertThat(proceeding(0).periodTo()).isEqualTo("2026-10-12");
    }

    @Test
    void S4_04_theChargeHoldsWhatWasListedToTheParentAndOtherSessionsOnlyWithTheApproversReason() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().completes("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "yes", "yes")
                .with("periodTo", "2026-10-06"));
        assertThat(followed.details("APWS 4.1").path("sessions").size()).isEqualTo(4);
        town.itIs("2026-11-24");
        followed.officer().completes("hold-legal-meeting", AtCourt.held(child, today(), "prepare"))
                .completes("prepare-prosecution", AtCourt.prepared(child, today(), "yes", "no"));
        assertThat(shown(town.of("service-manager"), of(0, "approve-prosecution").getId(), "chargeableSessions"))
                .contains("\"listed\":\"yes\"").contains("\"listed\":\"no\"");
        followed.worker("service-manager").isRefused("approve-prosecution", AtCourt.approved(), "othersWhy");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved().with("othersWhy", "She spoke of that day herself"));

        assertThat(proceeding(0).othersBecause()).isEqualTo("She spoke of that day herself");
        followed.tells("S4-04", "listed to the parent in no letter: She spoke of that day herself", "one-of-service-manager");
    }

    @Test
    void S4_01_nobodyIsInvitedAboutAPeriodWithoutASessionToBeChargedFor() {
        town.itIs("2026-11-09");
        inStage4();
        followed.officer().isRefused("book-legal-meeting", AtCourt.booked(child, "2026-11-24", "yes", "yes")
                .with("periodFrom", "2026-10-13"), "no session from 2026-10-13 to 2026-10-23");

        followed.waitsAt("book-legal-meeting").sent();
    }

    @Test
    void S4_04_whoPreparedTheProsecutionDoesNotApproveItNorDoesAManagerToWhomItWasOnlyShown() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        var before = town.officerOf(followed.reference()).id();
        var another = town.officer();
        transaction.executeWithoutResult(status -> allocations.allocateTo(followed.reference(), another.id(), "Knows the family", null,
                "a test"));
        refusesToApprove(new Person(town.engine(), before, List.of("ewo", "service-manager")));
        refusesToApprove(new Person(town.engine(), "one-of-managers", List.of("managers")));

        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
    }

    private void refusesToApprove(Person person) {
        var task = of(0, "approve-prosecution").getId();
        town.engine().getTaskService().addCandidateUser(task, person.id());
        assertThatThrownBy(() -> person.as(() -> {
            town.engine().getTaskService().complete(task, AtCourt.approved());
            return null;
        })).as(person.id()).hasMessageContaining("approval");
    }

    @Test
    void S4_10_nobodyConvictedThePupilIsMonitoredUntilAttendanceIsRegular() {
        town.itIs("2026-12-08");
        decided("2027-01-12", false);
        goesOn();

        followed.waitsAt("watch-attendance");
        followed.officer().completes("watch-attendance").completes("review-monitoring", Filled.regular().with("reason", "Seen every day"));
        assertThat(followed.letters()).extracting(letter -> letter.code()).endsWith("CLOSING", "CLOSING", "CLOSING");
        endedAs("regular", "attendance-is-regular");
    }

    @Test
    void S4_10_oneApprovedAndOneRefusedTheCourtDecidesOnTheOne() {
        town.itIs("2026-12-08");
        prepared("yes", "yes");
        completes("service-manager", 1, "approve-prosecution", AtCourt.refused());
        goesOn();
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()));
        completes("legal-services", 0, "issue-charge", AtCourt.charged(today()));
        completes("legal-services", 0, "record-summons", AtCourt.summoned(today(), "2027-01-12"));
        decides(0, false);
        goesOn();

        followed.waitsAt("watch-attendance");
    }

    @Test
    void S4_10_oneGuiltyAndOneNotTheSustainedSupportClosesTheCase() {
        town.itIs("2026-12-08");
        charged("yes", "yes", "2027-01-12");
        decides(0, false);
        decides(1, true);
        goesOn();
        followed.waitsAt("record-sentence", "proceedings-ended");
        supportEnds(1, "regular");
        goesOn();

        assertThat(followed.letters()).extracting(letter -> letter.code()).endsWith("CLOSING", "CLOSING", "CLOSING");
        endedAs("regular", "attendance-is-regular");
    }

    @Test
    void S5_01_continuedAbsenceAfterAConvictionIsStageFourAgain() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        supportEnds(0, "relapsed");
        goesOn();

        endedAs("continued", "absence-went-on");
        followed.tells("S5-01", "Absence continued after conviction", "system");
        assertThat(ledger.chargeable(child.id(), parentId(0))).isEmpty();
    }

    @Test
    void S5_01_absenceThatWentOnAfterOneConvictionOutweighsSupportThatWorkedAfterAnother() {
        town.itIs("2026-12-08");
        charged("yes", "yes", "2027-01-12");
        decides(0, true);
        supportEnds(0, "regular");
        decides(1, true);
        supportEnds(1, "relapsed");
        goesOn();

        endedAs("continued", "absence-went-on");
    }

    private void endedAs(String outcome, String end) {
        var instance = town.engine().getHistoryService().createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(followed.reference())
                .processDefinitionKey("stage-4-prosecution").singleResult();
        assertThat(instance.getEndActivityId()).as("where it ended, waiting at %s", followed).isEqualTo(end);
        assertThat(town.engine().getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(instance.getId())
                .variableName("stageOutcome").singleResult().getValue()).isEqualTo(outcome);
    }

    private String shown(Person to, String task, String fact) {
        return to.as(() -> String.valueOf(town.engine().getFormService().getTaskFormVariables(task).get(fact)));
    }
}
