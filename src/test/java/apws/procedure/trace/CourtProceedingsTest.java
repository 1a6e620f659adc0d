package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Roles;
import apws.legal.Approval;
import apws.legal.Offence;
import apws.legal.Outcome;
import apws.legal.ProceedingStatus;
import apws.legal.SessionState;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The diagram court-proceedings (S4-07 to S4-10, settlements 11 and 16). */
class CourtProceedingsTest extends ProsecutionTraces {

    @Test
    void S4_07_aHearingOnABankHolidayStaysThere() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2026-12-28");

        task(0, "await-hearing").with("legal-services").dueOn("2026-12-28").followedUpOn("2026-12-28");
        followed.waitsFor("hearing-day").until("2026-12-28").passes();
        followed.waitsAt("proceedings-ended", "record-hearing");
        task(0, "record-hearing").with("legal-services").dueOn("2026-12-28");
    }

    @Test
    void S4_08_layingIsRecordedWhenItHappensAndServiceAndHearingLater() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()));
        completes("legal-services", 0, "issue-charge", AtCourt.charged(today()));
        task(0, "record-summons").with("legal-services").dueOn("2026-12-18");
        town.itIs("2026-12-15");
        followed.worker("legal-services").isRefused("record-summons", AtCourt.summoned(today(), "2026-12-07"), "hearingOn")
                .isRefused("record-summons", AtCourt.summoned(today(), "2027-01-12").with("servedOn", "2026-12-07"), "servedOn")
                .completes("record-summons", AtCourt.summoned(today(), "2027-01-12"));

        assertThat(proceeding(0).charge().on()).isEqualTo("2026-12-08");
        assertThat(proceeding(0).servedOn()).isEqualTo("2026-12-15");
        task(0, "await-hearing").dueOn("2027-01-12");
    }

    @Test
    void S4_08_theSingleJusticeProcedureHasADayToRespondByInsteadOfAHearing() {
        bySingleJustice();
        task(0, "await-response").with("legal-services").dueOn("2027-01-02").followedUpOn("2027-01-02");
        followed.waitsFor("response-day").until("2027-01-03").passes();
        task(0, "record-hearing").with("legal-services").dueOn("2027-01-13");
        followed.worker("legal-services").completes("record-hearing", AtCourt.concluded(today()).with("kind", "singleJustice"));
        followed.waitsAt("proceedings-ended", "record-outcome");
    }

    @Test
    void S4_08_anAnswerToTheSingleJusticeMayBringAHearing() {
        bySingleJustice();
        town.itIs("2026-12-21");
        followed.worker("legal-services").completes("await-response", Filled.blank().with("respondedOn", "2026-12-18")
                .with("responsePlea", "notGuilty")).completes("record-hearing", AtCourt.adjourned(today(), "2027-02-02"));
        followed.waitsAt("proceedings-ended", "await-hearing");
        task(0, "await-hearing").dueOn("2027-02-02");
    }

    /** To respond by a Saturday, which never moves. */
    private void bySingleJustice() {
        town.itIs("2026-12-08");
        prepared("yes", "no");
        completes("service-manager", 0, "approve-prosecution", AtCourt.approved());
        completes("legal-services", 0, "review-prosecution", AtCourt.proceeds(today()).with("route", "SINGLE_JUSTICE_PROCEDURE"));
        completes("legal-services", 0, "issue-charge", AtCourt.charged(today()).with("route", "SINGLE_JUSTICE_PROCEDURE")
                .with("sjpPapers", "Notice, forms"));
        followed.worker("legal-services").isRefused("record-summons", AtCourt.askedToRespond(today(), "2026-12-08"), "respondBy")
                .completes("record-summons", AtCourt.askedToRespond(today(), "2027-01-02"));
        assertThat(proceeding(0).summons().hearingOn()).isNull();
    }

    @Test
    void S4_07_anotherDateGivenByTheCourtIsWaitedFor() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2027-01-12");
        followed.worker("legal-services").isRefused("await-hearing", AtCourt.hearingMoved("2026-12-08"), "hearingOn")
                .completes("await-hearing", AtCourt.hearingMoved("2027-01-16"));

        followed.waitsAt("proceedings-ended", "await-hearing");
        task(0, "await-hearing").dueOn("2027-01-16").followedUpOn("2027-01-16");
        followed.waitsFor("hearing-day").until("2027-01-16");
        assertThat(proceeding(0).summons().hearingOn()).isEqualTo("2027-01-16");
        assertThat(proceeding(0).summons().hearingTime()).isEqualTo("14:00");
        assertThat(proceeding(0).summons().hearingPlace()).isEqualTo("Court 1");
        followed.tells("S4-07", "moved to 16 January 2027: No judge", "one-of-legal-services");
    }

    @Test
    void S4_09_adjournedTheNewDateIsWaitedFor() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2027-01-12");
        hearingComes(0);
        followed.worker("legal-services").isRefused("record-hearing", AtCourt.adjourned(today(), "2027-01-12"), "hearingOn")
                .completes("record-hearing", AtCourt.adjourned(today(), "2027-02-13")
                        .with("directions", "Defence statement by 29 January"));

        followed.waitsAt("proceedings-ended", "await-hearing");
        followed.waitsFor("hearing-day").until("2027-02-13").passes();
        followed.worker("legal-services").completes("record-hearing", AtCourt.concluded(today()));
        assertThat(proceeding(0).hearings()).hasSize(2);
        assertThat(proceeding(0).hearings().get(0).adjournedTo()).isEqualTo("2027-02-13");
        assertThat(proceeding(0).hearings().get(0).because()).isEqualTo("For trial. Defence statement by 29 January");
        assertThat(proceeding(0).hearings().get(1).adjournedTo()).isNull();
    }

    @Test
    void S4_10_theOutcomeIsRecordedWithinThreeDays() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2027-01-12");
        hearingComes(0);
        followed.worker("legal-services").completes("record-hearing", AtCourt.concluded(today()));

        followed.waitsAt("proceedings-ended", "record-outcome");
        task(0, "record-outcome").with("legal-services").dueOn("2027-01-15");
        followed.worker("legal-services").isRefused("record-outcome", AtCourt.notGuilty(today()).with("outcome", "GUILTY_OF_S444_1_INSTEAD")
                .with("sentenceAnnounced", "Fine"), "outcome");
    }

    @Test
    void S4_10_notGuiltyTheParentAndTheSchoolAreTold() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2027-01-12");
        sentSoFar();
        decides(0, false);

        followed.sent("OUTCOME NOT GUILTY to Ms R Moss", "OUTCOME NOTE to Daniel Lee");
        assertThat(followed.detail("OUTCOME NOT GUILTY", "result")).isEqualTo("not guilty");
        assertThat(followed.detail("OUTCOME NOT GUILTY", "court")).isEqualTo("Testing Magistrates' Court");
        assertThat(followed.detail("OUTCOME NOT GUILTY", "outcomeOn")).isEqualTo("2027-01-12");
        assertThat(followed.detail("OUTCOME NOT GUILTY", "offence"))
                .isEqualTo("Failure to secure regular attendance at school, section 444(1) Education Act 1996");
        assertThat(followed.detail("OUTCOME NOTE", "parentName")).isEqualTo("Ms R Moss");
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.DECIDED, 6));
        assertThat(sessions(1)).isEqualTo(Map.of(SessionState.FREE, 6));
        endedAt("proceedings-over");
    }

    @Test
    void S4_10_guiltyStageFiveBeginsForThatParent() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);

        followed.waitsAt("proceedings-ended", "record-sentence");
        assertThat(followed.detail("OUTCOME GUILTY", "sentence")).isEqualTo("Fine of £160");
        assertThat(followed.detail("OUTCOME GUILTY", "costs")).isEqualTo("£200");
        assertThat(followed.variable("stage-5-after-conviction", "stage")).isEqualTo("Stage 5");
        assertThat(followed.variable("stage-5-after-conviction", "parentId")).isEqualTo(parentId(0));
    }

    @Test
    void S4_10_theCourtsDirectionOnASupervisionOrderIsATaskOfEightWeeksBesideTheOutcome() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2027-01-12");
        hearingComes(0);
        completes(Roles.LEGAL, 0, "record-hearing", AtCourt.concluded(today()));
        var directed = AtCourt.notGuilty(today()).with("orderDirected", "yes");
        followed.worker(Roles.LEGAL).isRefused("record-outcome", directed.with("orderReportBy", "2027-03-09"), "within eight weeks");
        completes(Roles.LEGAL, 0, "record-outcome", AtCourt.notGuilty(today()).with("orderDirected", "yes")
                .with("orderReportBy", "2027-03-08"));
        goesOn();

        followed.waitsAt("watch-attendance", "answer-direction").hasTask("answer-direction").withTheOfficer().dueOn("2027-03-08");
        var answer = Filled.blank().with("consultedWhom", "Ms C Services").with("consultedOn", today().toString())
                .with("consultedSaid", "It would not help").with("orderDecision", "notApplied").with("notAppliedWhy", "They work with us");
        followed.officer().isRefused("answer-direction", answer, "courtToldOn")
                .completes("answer-direction", answer.with("courtToldOn", today().toString()));
        followed.waitsAt("watch-attendance");
    }

    @Test
    void S4_10_anEndedCaseIsToldNothing() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2027-01-12");
        stage4IsOver();
        decides(0, false);

        endedAt("proceedings-over");
    }

    @Test
    void settlement_16_afterTheCaseHasEndedLegalServicesDecideOnTheChargeLaid() {
        town.itIs("2026-12-08");
        charged("yes", "no", "2027-01-12");
        stage4IsOver();
        caseEnds();

        followed.waitsAt("await-hearing", "decide-on-proceedings");
        task(0, "decide-on-proceedings").with("legal-services").dueOn("2026-12-11");
        followed.worker("legal-services").isRefused("decide-on-proceedings", AtCourt.afterCaseEnded("endSupport"), "afterCaseEnded")
                .completes("decide-on-proceedings", AtCourt.afterCaseEnded("goOn"));
        followed.waitsAt("await-hearing");
        decides(0, false);
        endedAt("proceedings-over");
    }

    @Test
    void settlement_16_discontinuedWhatWaitsEndsAndTheSessionsAreFree() {
        town.itIs("2026-12-10");
        charged("yes", "no", "2027-01-12");
        sentSoFar();
        stage4IsOver();
        caseEnds();
        followed.worker("legal-services").completes("decide-on-proceedings", AtCourt.afterCaseEnded("discontinue"));

        followed.sent("OUTCOME WITHDRAWN to Ms R Moss");
        assertThat(followed.detail("OUTCOME WITHDRAWN", "result")).isEqualTo("discontinued: The family has moved");
        assertThat(proceeding(0).outcome()).isEqualTo(Outcome.DISCONTINUED);
        assertThat(proceeding(0).endedOn()).isEqualTo(today());
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.FREE, 6));
        endedAt("proceedings-were-discontinued");
        followed.waitsAt();
    }

    @Test
    void settlement_16_discontinuedWhileACaseWaitsItGoesOn() {
        town.itIs("2026-12-10");
        charged("yes", "no", "2027-01-12");
        caseEnds();
        followed.worker("legal-services").completes("decide-on-proceedings", AtCourt.afterCaseEnded("discontinue"));
        goesOn();

        followed.waitsAt("watch-attendance");
    }

    @Test
    void settlement_16_supportAfterAConvictionCanEndWithTheCase() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        stage4IsOver();
        caseEnds();
        followed.worker("legal-services").isRefused("decide-on-proceedings", AtCourt.afterCaseEnded("discontinue"), "afterCaseEnded")
                .completes("decide-on-proceedings", AtCourt.afterCaseEnded("endSupport"));

        endedAt("support-has-ended");
        followed.waitsAt();
        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.CONCLUDED);
        assertThat(proceeding(0).guilty()).isTrue();
    }

    @Test
    void settlement_16_supportThatEndsWhileACaseWaitsLetsItGoOn() {
        town.itIs("2026-12-08");
        decided("2027-01-12", true);
        caseEnds();
        followed.worker("legal-services").completes("decide-on-proceedings", AtCourt.afterCaseEnded("endSupport"));
        goesOn();

        followed.waitsAt("watch-attendance");
    }

    @Test
    void settlement_16_whatIsNotChargedYetIsDroppedWhenTheCaseCloses() {
        town.itIs("2026-11-10");
        child = missing();
        followed = madeAware(child);
        var approved = transaction.execute(status -> prosecutions.approve(new Approval(followed.reference(), child.id(), parentId(0),
                Offence.S444_1, LocalDate.parse("2026-10-05"), LocalDate.parse("2026-10-23"),
                List.of(SessionKey.parse("2026-10-05 AM")), null, "a manager", null, "Said at the door")));
        town.of("apws-office").starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Moved away"));

        assertThat(prosecutions.get(approved.id()).status()).isEqualTo(ProceedingStatus.DROPPED);
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.FREE, 6));
    }

    private void sentSoFar() {
        followed.sent(followed.letters().stream().map(letter -> letter.code() + " to " + letter.recipientName()).toArray(String[]::new));
    }

    private void stage4IsOver() {
        var runtime = town.engine().getRuntimeService();
        runtime.deleteProcessInstance(followed.instance("stage-4-prosecution").getId(), "the case was withdrawn");
    }

    /** As the journey tells every process of the case. */
    private void caseEnds() {
        var runtime = town.engine().getRuntimeService();
        var waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(followed.reference()).messageEventSubscriptionName("case-ended")
                .processDefinitionKey("court-proceedings").list();
        assertThat(waiting).hasSize(1);
        runtime.messageEventReceived("case-ended", waiting.get(0).getId());
    }

    private void endedAt(String end) {
        var history = town.engine().getHistoryService();
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(followed.reference())
                .processDefinitionKey("court-proceedings").list()).singleElement().satisfies(instance -> {
                    assertThat(instance.getEndTime()).as("when the proceedings ended, waiting at %s", followed).isNotNull();
                    assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).activityId(end).list())
                            .as("ended at " + end).hasSize(1);
                });
    }
}
