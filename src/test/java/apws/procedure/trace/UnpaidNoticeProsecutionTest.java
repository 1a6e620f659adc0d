package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.Roles;
import apws.legal.NoticeStatus;
import apws.legal.Outcome;
import apws.legal.PenaltyNotices;
import apws.legal.ProceedingStatus;
import apws.legal.SessionState;
import apws.legal.WithdrawalGround;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The diagram unpaid-notice-prosecution (S2-12, settlement 14): the prosecution of an unpaid notice, beside the case. */
class UnpaidNoticeProsecutionTest extends ProsecutionTraces {

    private static final String[] OF_THE_NOTICE = {"2026-09-21", "2026-09-22"};

    @Autowired
    private PenaltyNotices notices;
    private String number;

    /** On 12 November 2026 a notice to the mother was unpaid in its 28 days and is to be prosecuted; the case is in Stage 1, with a plan. */
    private void unpaid() {
        town.itIs("2026-10-12");
        child = town.child().attends(80).since("2026-09-03").missed("2026-09-21", "2026-09-22", "2026-10-05");
        town.officer();
        followed = planned(child, "2026-10-12");
        transaction.executeWithoutResult(status -> allocations.allocate(followed.reference(), "a test"));
        followed.officer().person().starts("penalty-notice", Map.of("noticeFor", "termTimeLeave", "caseReference", followed.reference(), "why",
                "Four sessions"));
        followed.officer().completes("prepare-penalty-notice", Filled.blank().with("noticeDecision", "issue")
                .with("parentId", parentId(0).toString())
                .with("noticeSessions", Stream.of(OF_THE_NOTICE).flatMap(day -> Stream.of(day + " AM", day + " PM")).toList())
                .with("marksConfirmedBy", "Daniel Lee, Attendance Lead").with("marksConfirmedOn", "2026-10-12")
                .with("exceptionalReason", "A holiday without leave").with("bestTool", "Talks changed nothing").with("support", "given")
                .with("supportWords", "Breakfast club").with("noticeToImprove", "no").with("noNoticeToImprove", "One was given last year")
                .with("equality", "No need known").with("earlierElsewhere", 0).with("earlierCheckedWith", "Exampleshire")
                .with("earlierCheckedOn", "2026-10-12"));
        followed.worker(Roles.SERVICE_MANAGER).completes("authorise-penalty-notice", Filled.blank().with("authorisation", "authorise"));
        followed.office().completes("record-service-of-notice", Filled.blank().with("service", "posted").with("postedOn", "2026-10-12")
                .with("postClass", "first class").with("postedBy", "K Office").with("addressChecked", true).with("receipt", "byPost"));
        number = notices.ofCase(followed.reference()).get(0).number();
        followed.waitsFor("lower-amount-over").passes();
        followed.waitsFor("period-over").passes();
        town.itIs("2026-11-12");
        followed.worker(Roles.SERVICE_MANAGER).completes("decide-on-unpaid-notice", Filled.blank().with("unpaidDecision", "prosecute")
                .with("prosecutionReason", "Nothing was paid"));
    }

    private Filled letter() {
        return Filled.blank().with("intendedDecision", "write").with("respondBy", "2026-11-28").with("supportRead", true);
    }

    private Filled said(String what) {
        return Filled.blank().with("representations", "nothing").with("supportRead", true).with("representationsDecision", what)
                .with(what.equals("goOn") ? "goOnWhy" : "givenUpWhy", "As it stands");
    }

    /** The letter was written and nothing said; the evidence is put together, and approval is asked for. */
    private void preparedForNotice() {
        unpaid();
        followed.officer().completes("write-intended-proceedings", letter());
        town.itIs("2026-11-28");
        followed.officer().completes("record-representations", said("goOn"))
                .completes("prepare-prosecution", evidence());
    }

    @Test
    void S4_03_theEvidenceIsDueTwoWeeksAfterItWasDecidedToGoOn() {
        unpaid();
        followed.officer().completes("write-intended-proceedings", letter());
        town.itIs("2026-12-01");
        followed.officer().completes("record-representations", said("goOn"));

        followed.hasTask("prepare-prosecution").withTheOfficer().dueOn("2026-12-15");
    }

    private Filled evidence() {
        var mother = child.parents().get(0);
        return AtCourt.prepared(child, today(), "yes", "no").with("certificateFrom", "2026-09-21").with("certificateTo", "2026-09-22")
                .with("prosecutions", List.of(Map.of("parentId", mother.id().toString(), "name", mother.name(), "prosecute", "yes",
                        "prosecuteWhy", "Nothing was paid", "interview", "None is needed")));
    }

    private Filled approvedForNotice() {
        return AtCourt.approved().with("periodFrom", "2026-09-21").with("periodTo", "2026-09-22");
    }

    private void chargedForNotice() {
        preparedForNotice();
        completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", approvedForNotice());
        completes(Roles.LEGAL, 0, "review-prosecution", AtCourt.proceeds(today()));
        completes(Roles.LEGAL, 0, "issue-charge", AtCourt.charged(today()).with("periodFrom", "2026-09-21").with("periodTo", "2026-09-22"));
        completes(Roles.LEGAL, 0, "record-summons", AtCourt.summoned(today(), "2027-01-12"));
    }

    @Test
    void theProsecutionOfAnUnpaidNoticeRunsBesideTheCaseWhoseStageAndPlanGoOn() {
        unpaid();

        followed.waitsAt("support-pupil", "write-intended-proceedings");
        assertThat(followed.variable("attendance-intervention", "stage")).isEqualTo("Stage 1");
        followed.hasTask("write-intended-proceedings").withTheOfficer().dueOn("2026-11-17");
        followed.waitsFor("interim-review-due");
    }

    @Test
    void theParentIsToldOfTheSessionsAndHasUntilADayToAnswer() {
        unpaid();
        var before = followed.letters().size();
        followed.officer().isRefused("write-intended-proceedings", letter().with("respondBy", "2026-11-25"), "respondBy")
                .completes("write-intended-proceedings", letter());

        assertThat(followed.letters().subList(before, followed.letters().size())).singleElement().satisfies(letter -> {
            assertThat(letter.code()).isEqualTo("INTENDED PROCEEDINGS");
            assertThat(letter.recipientName()).isEqualTo("Ms R Moss");
        });
        assertThat(followed.details("INTENDED PROCEEDINGS").path("sessions").size()).isEqualTo(4);
        assertThat(followed.detail("INTENDED PROCEEDINGS", "periodFrom")).isEqualTo("2026-09-21");
        assertThat(followed.detail("INTENDED PROCEEDINGS", "periodTo")).isEqualTo("2026-09-22");
        followed.hasTask("record-representations").withTheOfficer().dueOn("2026-11-28").followedUpOn("2026-11-28");
    }

    @Test
    void theChargeIsForThatParentAndThoseSessionsAndTheSessionsWereListed() {
        chargedForNotice();

        assertThat(proceeding(0).notice()).isEqualTo(number);
        assertThat(proceeding(0).othersBecause()).as("all were listed in the letter").isNull();
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.CHARGED, 4, SessionState.FREE, 2));
        assertThat(sessions(1)).isEqualTo(Map.of(SessionState.FREE, 6));
        assertThat(followed.variable("attendance-intervention", "stage")).isEqualTo("Stage 1");
    }

    @Test
    void aConvictionEndsItAndTheNoticeStandsAsProsecuted() {
        chargedForNotice();
        decides(0, true);
        supportEnds(0, "regular");
        goesOn();

        assertThat(notices.get(number).status()).isEqualTo(NoticeStatus.TO_BE_PROSECUTED);
        assertThat(proceeding(0).outcome()).isEqualTo(Outcome.FOUND_GUILTY);
        ended("court-decided");
    }

    @Test
    void anotherProsecutionOfTheSameParentTakesNoneOfItsSessionsAndNeverOverlapsItInDates() {
        chargedForNotice();
        assertThatThrownBy(() -> transaction.execute(status -> prosecutions.approve(new apws.legal.Approval(followed.reference(),
                child.id(), parentId(0), apws.legal.Offence.S444_1, LocalDate.parse("2026-09-22"), LocalDate.parse("2026-10-05"),
                List.of(SessionKey.parse("2026-10-05 AM")), null, "a manager", null, "Said at the door"))))
                .hasMessageContaining("never overlap in dates");
    }

    @Test
    void noLongerIntendedTheNoticeIsWithdrawnWithItsLetter() {
        unpaid();
        followed.officer().completes("write-intended-proceedings", Filled.blank().with("intendedDecision", "giveUp")
                .with("givenUpWhy", "The family was ill"));

        withdrawn("The family was ill");
        ended("notice-was-withdrawn");
    }

    @Test
    void givenUpAfterWhatTheParentSaidTheNoticeIsWithdrawnWithItsLetter() {
        unpaid();
        followed.officer().completes("write-intended-proceedings", letter()).completes("record-representations", said("giveUp"));

        withdrawn("As it stands");
    }

    @Test
    void refusedTheNoticeIsWithdrawnWithItsLetter() {
        preparedForNotice();
        completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", AtCourt.refused());
        goesOn();

        withdrawn("Its prosecution was not approved");
        ended("notice-was-withdrawn");
    }

    @Test
    void declinedTheNoticeIsWithdrawnWithItsLetter() {
        preparedForNotice();
        completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", approvedForNotice());
        completes(Roles.LEGAL, 0, "review-prosecution", AtCourt.declined(today()));
        goesOn();

        withdrawn("Its prosecution was declined by Legal Services: No prospect");
    }

    @Test
    void tooLateForAChargeTheNoticeIsWithdrawnWithItsLetter() {
        preparedForNotice();
        completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", approvedForNotice());
        completes(Roles.LEGAL, 0, "review-prosecution", AtCourt.proceeds(today()));
        town.itIs("2027-03-23");
        completes(Roles.LEGAL, 0, "issue-charge", AtCourt.tooLate());
        goesOn();

        withdrawn("The last day of every session has passed");
    }

    @Test
    void withdrawnInCourtTheNoticeIsWithdrawnWithItsLetter() {
        chargedForNotice();
        hearingComes(0);
        completes(Roles.LEGAL, 0, "record-hearing", AtCourt.concluded(today()));
        completes(Roles.LEGAL, 0, "record-outcome", AtCourt.notGuilty(today()).with("outcome", "WITHDRAWN"));
        goesOn();

        withdrawn("Its prosecution was withdrawn");
    }

    @ParameterizedTest
    @CsvSource({
            // how it ends                                      , the notice      , counts towards two in three years
            "no longer intended                                 , WITHDRAWN       , 0",
            "given up after what the parent said                , WITHDRAWN       , 0",
            "not approved                                       , WITHDRAWN       , 0",
            "declined by Legal Services                         , WITHDRAWN       , 0",
            "too late for a charge                              , WITHDRAWN       , 0",
            "given up since the case has ended                  , WITHDRAWN       , 0",
            "withdrawn in court                                 , WITHDRAWN       , 0",
            "discontinued since the case has ended              , WITHDRAWN       , 0",
            "not guilty                                         , TO_BE_PROSECUTED, 0",
            "another disposal                                   , TO_BE_PROSECUTED, 0",
            "guilty; support over                               , TO_BE_PROSECUTED, 1",
            "guilty; quashed                                    , TO_BE_PROSECUTED, 0",
            "guilty; support over; quashed                      , TO_BE_PROSECUTED, 0",
            "guilty; heard again; withdrawn in court            , WITHDRAWN       , 0",
            "guilty; heard again; not guilty                    , TO_BE_PROSECUTED, 0",
            "guilty; support over; heard again; withdrawn in court    , WITHDRAWN       , 0",
            "guilty; support over; heard again; not guilty      , TO_BE_PROSECUTED, 0",
            "guilty; support over; heard again; guilty; support over  , TO_BE_PROSECUTED, 1"})
    void settlement_14_whatBecomesOfTheNoticeAtEachEndOfItsProsecution(String ends, NoticeStatus status, int counts) {
        for (var step : ends.split("; ")) {
            comes(step);
        }
        goesOn();

        assertThat(notices.get(number).status()).isEqualTo(status);
        assertThat(notices.earlier(child.id(), parentId(0), today())).isEqualTo(counts);
        assertThat(followed.letters()).filteredOn(letter -> letter.code().equals("NOTICE WITHDRAWN"))
                .hasSize(status == NoticeStatus.WITHDRAWN ? 1 : 0);
        assertThat(town.engine().getRuntimeService().createProcessInstanceQuery().processDefinitionKeyIn("unpaid-notice-prosecution",
                "court-proceedings").processInstanceBusinessKey(followed.reference()).list()).as("what still runs").isEmpty();
    }

    private void comes(String step) {
        switch (step) {
            case "no longer intended" -> {
                unpaid();
                followed.officer().completes("write-intended-proceedings", Filled.blank().with("intendedDecision", "giveUp")
                        .with("givenUpWhy", "The family was ill"));
            }
            case "given up after what the parent said" -> {
                unpaid();
                followed.officer().completes("write-intended-proceedings", letter()).completes("record-representations", said("giveUp"));
            }
            case "not approved" -> {
                preparedForNotice();
                completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", AtCourt.refused());
            }
            case "declined by Legal Services" -> {
                preparedForNotice();
                completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", approvedForNotice());
                completes(Roles.LEGAL, 0, "review-prosecution", AtCourt.declined(today()));
            }
            case "too late for a charge" -> {
                preparedForNotice();
                completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", approvedForNotice());
                completes(Roles.LEGAL, 0, "review-prosecution", AtCourt.proceeds(today()));
                town.itIs("2027-03-23");
                completes(Roles.LEGAL, 0, "issue-charge", AtCourt.tooLate());
            }
            case "given up since the case has ended" -> {
                preparedForNotice();
                caseEnds();
                followed.worker(Roles.SERVICE_MANAGER).completes("decide-on-notice-prosecution", Filled.blank()
                        .with("proceedingsStay", "giveUp").with("givenUpWhy", "They have moved abroad"));
            }
            case "discontinued since the case has ended" -> {
                chargedForNotice();
                caseEnds();
                followed.worker(Roles.LEGAL).completes("decide-on-proceedings", AtCourt.afterCaseEnded("discontinue"));
            }
            case "support over" -> {
                supportEnds(0, "regular");
                goesOn();
            }
            case "heard again" -> challenged(id -> AtCourt.heardAgain(id, today(), today().plusDays(30).toString()));
            case "quashed" -> challenged(id -> AtCourt.challenge(id, today(), "QUASHED"));
            default -> {
                if (number == null) {
                    chargedForNotice();
                }
                hearingComes(0);
                completes(Roles.LEGAL, 0, "record-hearing", AtCourt.concluded(today()));
                completes(Roles.LEGAL, 0, "record-outcome", switch (step) {
                    case "guilty" -> AtCourt.guilty(today());
                    case "not guilty" -> AtCourt.notGuilty(today());
                    case "another disposal" -> AtCourt.notGuilty(today()).with("outcome", "OTHER").with("otherWhat", "Left on file");
                    default -> AtCourt.notGuilty(today()).with("outcome", "WITHDRAWN");
                });
            }
        }
    }

    private void challenged(Function<Long, Filled> how) {
        town.of(Roles.LEGAL).starts("record-appeal", Map.of("caseReference", followed.reference()));
        followed.worker(Roles.LEGAL).completes("record-challenge", how.apply(proceeding(0).id()));
        goesOn();
    }

    @Test
    void settlement_16_theCaseHasEndedAndTheManagerGivesTheProsecutionUp() {
        preparedForNotice();
        completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", approvedForNotice());
        caseEnds();
        followed.hasTask("decide-on-notice-prosecution").dueOn("2026-12-01");
        followed.worker(Roles.SERVICE_MANAGER).isRefused("decide-on-notice-prosecution", Filled.blank().with("proceedingsStay", "giveUp"),
                "givenUpWhy").completes("decide-on-notice-prosecution", Filled.blank().with("proceedingsStay", "giveUp")
                .with("givenUpWhy", "They have moved abroad"));

        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.DROPPED);
        withdrawn("They have moved abroad");
        ended("giving-up");
        followed.waitsAt();
    }

    @Test
    void settlement_16_theCaseHasEndedAndTheProsecutionGoesOn() {
        preparedForNotice();
        caseEnds();
        followed.worker(Roles.SERVICE_MANAGER).completes("decide-on-notice-prosecution", Filled.blank().with("proceedingsStay", "goOn")
                .with("staysBecause", "The fine is owed"));

        followed.waitsAt("approve-prosecution");
        completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", approvedForNotice());
        assertThat(proceeding(0).status()).isEqualTo(ProceedingStatus.SUBMITTED);
    }

    @Test
    void settlement_16_aChargeAlreadyLaidStaysWithLegalServices() {
        chargedForNotice();
        caseEnds();

        followed.waitsAt("await-hearing", "decide-on-proceedings", "proceedings-ended");
    }

    @Test
    void settlement_16_whatIsChargedInTheMeantimeIsNotGivenUp() {
        preparedForNotice();
        caseEnds();
        completes(Roles.SERVICE_MANAGER, 0, "approve-prosecution", approvedForNotice());
        completes(Roles.LEGAL, 0, "review-prosecution", AtCourt.proceeds(today()));
        completes(Roles.LEGAL, 0, "issue-charge", AtCourt.charged(today()).with("periodFrom", "2026-09-21").with("periodTo", "2026-09-22"));
        var giveUp = Filled.blank().with("proceedingsStay", "giveUp").with("givenUpWhy", "They have moved abroad");
        assertThatThrownBy(() -> followed.worker(Roles.SERVICE_MANAGER).completes("decide-on-notice-prosecution", giveUp))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("Legal Services decide");
    }

    private void caseEnds() {
        town.of(Roles.APWS_OFFICE).starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Moved away"));
        goesOn(followed);
    }

    private void withdrawn(String because) {
        assertThat(notices.get(number)).satisfies(notice -> {
            assertThat(notice.status()).isEqualTo(NoticeStatus.WITHDRAWN);
            assertThat(notice.ground()).isEqualTo(WithdrawalGround.UNPAID_AND_NOT_PROSECUTED);
            assertThat(notice.endedBecause()).contains(because);
        });
        assertThat(sessions(0)).isEqualTo(Map.of(SessionState.BARRED, 4, SessionState.FREE, 2));
        assertThat(notices.earlier(child.id(), parentId(0), today())).isZero();
        assertThat(followed.letters()).filteredOn(letter -> letter.code().equals("NOTICE WITHDRAWN")).singleElement()
                .satisfies(letter -> assertThat(letter.recipientName()).isEqualTo("Ms R Moss"));
    }

    private void ended(String end) {
        assertThat(town.engine().getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(followed.reference())
                .processDefinitionKey("unpaid-notice-prosecution").singleResult().getEndActivityId()).isEqualTo(end);
    }
}
