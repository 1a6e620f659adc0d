package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.Roles;
import apws.legal.EarlyGround;
import apws.legal.LedgerSession;
import apws.legal.NoticeStatus;
import apws.legal.SessionState;
import apws.legal.Window;
import apws.legal.Windows;
import apws.legal.WithdrawalGround;
import apws.procedure.names.CaseVariables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One notice to one parent about one child: the diagram penalty-notice (S2-12, settlements 14 to 16). */
class PenaltyNoticeTest extends NoticeTraces {

    private static final String MANAGERS = "service-manager";
    private static final String DEPUTIES = "service-manager-deputy";

    @Autowired
    private Windows windows;

    private Child child;
    private TracedCase of;

    private Notice toBePrepared(String day) {
        return toBePrepared(day, TEN_SESSIONS);
    }

    private Notice toBePrepared(String day, String... missed) {
        town.itIs(day);
        child = town.child().missed(missed);
        of = allocated(child);
        of.sent("AL 1.1.0 to Ms R Moss", "AL 1.1.0 to Mr O Field");
        return asked(of);
    }

    private Notice issued(String day, String... missed) {
        var notice = toBePrepared(day, missed);
        return notice.officer("prepare-penalty-notice", prepared(child, 0, missed)).authorised();
    }

    /** Issued on that day, posted on it, received on the second working day after. */
    private Notice served(String day) {
        return issued(day, TEN_SESSIONS).office("record-service-of-notice", posted(day));
    }

    @Test
    void S2_12_theOfficerAsksForANoticeAndPreparesIt() {
        var notice = toBePrepared("2026-10-08").isDue("prepare-penalty-notice", "2026-10-13");
        assertThat(notice.hasTask("prepare-penalty-notice").getAssignee()).isEqualTo(of.officer().person().id());
        assertThat(notice.instance().getBusinessKey()).isEqualTo(of.reference());

        var shown = notice.shows(of.officer().person(), "prepare-penalty-notice");
        assertThat(shown.get("noticeEligibility").toString()).contains("\"count\":10", "\"earlier\":0", "\"mostElsewhere\":1",
                "£80.00 within 21 days");
        assertThat(shown.get("noticeParents").toString()).contains("Ms R Moss (mother)", "Mr O Field (father)");
        assertThat(shown.get("freeSessions").toString()).contains("21 September 2026, morning", "21 March 2027");
    }

    @Test
    void S2_12_aNoticeIsAuthorisedIssuedAndSentToThatParentAlone() {
        var notice = toBePrepared("2026-10-08");
        town.itIs("2026-10-12");
        notice.officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS)).isDue("authorise-penalty-notice", "2026-10-15")
                .isWith("authorise-penalty-notice", MANAGERS, DEPUTIES);
        town.itIs("2026-10-13");
        notice.authorised().wentBy("notice-is-authorised").isDue("record-service-of-notice", "2026-10-15")
                .isWith("record-service-of-notice", Roles.APWS_OFFICE);

        var record = notice.record();
        assertThat(record.parentId()).isEqualTo(child.parents().get(0).id());
        assertThat(record.caseReference()).isEqualTo(of.reference());
        assertThat(record.sessions()).hasSize(10);
        assertThat(record.which()).isEqualTo(1);
        assertThat(states(0)).containsOnly(SessionState.UNDER_NOTICE);
        assertThat(states(1)).containsOnly(SessionState.FREE);
        of.sent("PENALTY NOTICE to Ms R Moss").everyLetterIsOnItsWay();
        assertThat(of.detail("PENALTY NOTICE", "noticeNumber")).isEqualTo(record.number());
        assertThat(of.detail("PENALTY NOTICE", "lowerUntil")).isEqualTo("2026-11-04");
        assertThat(of.detail("PENALTY NOTICE", "fullUntil")).isEqualTo("2026-11-11");
        assertThat(of.detail("PENALTY NOTICE", "issuedBy")).isEqualTo("Some Body, APWS Service Manager");
        of.tells("S2-12", "Penalty notice " + record.number() + " issued", "one-of-service-manager");
    }

    /** Never moved: over the end of summer time, at Christmas, New Year and Easter. */
    @ParameterizedTest(name = "received on {2}")
    @CsvSource({
            "2026-09-21, 2026-10-12, 2026-10-14, 2026-11-04, 2026-11-11",
            "2026-09-21, 2026-10-09, 2026-10-13, 2026-11-03, 2026-11-10",
            "2026-11-16, 2026-12-02, 2026-12-04, 2026-12-25, 2027-01-01",
            "2027-02-22, 2027-03-08, 2027-03-10, 2027-03-31, 2027-04-07"})
    void S2_12_theDaysBeginWithTheDayOfReceiptAndNeverMove(LocalDate week, String posted, String received, String day21, String day28) {
        var missed = IntStream.range(0, 5).mapToObj(day -> week.plusDays(day).toString()).toArray(String[]::new);
        var notice = issued(posted, missed).office("record-service-of-notice", posted(posted));

        assertThat(notice.record().receivedOn()).isEqualTo(received);
        notice.waitsFor("lower-amount-over", day21).waitsFor("period-over", day28)
                .isDue("await-payment", notice.record().lastDay().toString()).isWith("await-payment", Roles.APWS_OFFICE);
        assertThat(notice.record().lastDay().plusDays(1)).isEqualTo(day28);
        assertThat(TracedCase.moment(notice.hasTask("await-payment").getFollowUpDate()).toLocalDate()).isEqualTo(notice.record().lastDay());
    }

    @Test
    void S2_12_aReceiptThatIsShownCounts() {
        var notice = issued("2026-10-12", TEN_SESSIONS);
        town.itIs("2026-10-20");
        notice.refuses(town.of(Roles.APWS_OFFICE), "record-service-of-notice", with(posted("2026-10-12"), "receipt", "shown",
                "shownReceivedOn", "2026-10-21", "shownBecause", "signed for"), "shownReceivedOn");
        notice.office("record-service-of-notice", with(posted("2026-10-12"), "receipt", "shown", "shownReceivedOn", "2026-10-19",
                "shownBecause", "signed for"));

        notice.waitsFor("lower-amount-over", "2026-11-09").waitsFor("period-over", "2026-11-16");
    }

    @Test
    void S2_12_theLowerAmountInTimeDischarges() {
        var notice = served("2026-10-12");
        town.itIs("2026-11-03");
        notice.office("await-payment", money("2026-11-03", 80)).endedAt("notice-paid-in-full");

        assertThat(notice.record().status()).isEqualTo(NoticeStatus.PAID);
        assertThat(states(0)).containsOnly(SessionState.DISCHARGED);
        of.tells("S2-12", "£80.00 paid on 3 November 2026, which discharges it", "one-of-apws-office");
    }

    @Test
    void S2_12_afterTwentyOneDaysTheFullAmountIsDueAndToldOnce() {
        var notice = served("2026-10-12").passes("lower-amount-over");
        notice.office("await-payment", money("2026-11-04", 80)).hasTask("await-payment");
        assertThat(notice.record().status()).isEqualTo(NoticeStatus.SERVED);

        notice.passes("lower-amount-over").waitsFor("period-over", "2026-11-11");
        assertThat(of.chronology()).filteredOn(line -> line.what().contains("£80.00 was enough until 3 November 2026")).hasSize(1);
        assertThat(notice.shows(town.of(Roles.APWS_OFFICE), "await-payment").get("noticeDueLine").toString())
                .contains("Due today: £80.00");
        notice.office("await-payment", money("2026-11-04", 80)).endedAt("notice-paid-in-full");
        assertThat(notice.record().paid()).isEqualByComparingTo("160");
    }

    @Test
    void S2_12_aPaymentCannotLieInTheFutureOrBeforeTheNotice() {
        var office = town.of(Roles.APWS_OFFICE);
        served("2026-10-12").refuses(office, "await-payment", money("2026-10-13", 80), "paidOn")
                .refuses(office, "await-payment", money("2026-10-11", 80), "paidOn");
    }

    @Test
    void S2_12_unpaidAfterTwentyEightDaysItIsDecidedOn() {
        var notice = served("2026-10-13").passes("period-over").isDue("decide-on-unpaid-notice", "2026-11-17")
                .isWith("decide-on-unpaid-notice", MANAGERS, DEPUTIES);

        of.tells("S2-12", "was not paid in full by 11 November 2026: £0 paid", "system");
        assertThat(notice.shows(town.of(Roles.SERVICE_MANAGER), "decide-on-unpaid-notice").get("timeLimitLine").toString())
                .contains("21 March 2027");
    }

    @Test
    void S2_12_anUnpaidNoticeIsProsecutedBesideTheCase() {
        var notice = served("2026-10-12").passes("period-over");
        notice.manager("decide-on-unpaid-notice", answers("unpaidDecision", "prosecute", "prosecutionReason", "Absence goes on"))
                .endedAt("notice-ends-in-prosecution");

        assertThat(notice.record().status()).isEqualTo(NoticeStatus.TO_BE_PROSECUTED);
        assertThat(ledger.chargeable(child.id(), child.parents().get(0).id())).hasSize(10);
        assertThat(of.variable("attendance-intervention", CaseVariables.STAGE)).isEqualTo("Stage 2");
        assertThat(of.variable("unpaid-notice-prosecution", "parentId")).isEqualTo(child.parents().get(0).id());
        assertThat(of.variable("unpaid-notice-prosecution", "noticeNumber")).isEqualTo(notice.record().number());
    }

    @Test
    void S2_12_anUnpaidNoticeOfAPupilWithoutACaseIsProsecutedAndAStageMayBeginBesideIt() {
        town.itIs("2026-10-12");
        var school = town.school();
        child = town.child(school).missed(TEN_SESSIONS);
        var office = town.of(Roles.APWS_OFFICE);
        var notice = asked(office, answers("noticeFor", "termTimeLeave", "upn", child.pupil().upn(), "why", "A holiday; leave was refused"))
                .completes(office, "prepare-penalty-notice", with(prepared(child, 0, TEN_SESSIONS), "support", "notAppropriate"))
                .authorised().office("record-service-of-notice", posted("2026-10-12")).passes("lower-amount-over").passes("period-over");
        var prosecuted = answers("unpaidDecision", "prosecute", "prosecutionReason", "Absence goes on");
        notice.refuses(town.of(Roles.SERVICE_MANAGER), "decide-on-unpaid-notice", prosecuted, "no officer is free");
        var officer = town.officer(school);
        notice.manager("decide-on-unpaid-notice", prosecuted).endedAt("notice-ends-in-prosecution");

        assertThat(cases.openCaseOf(child.id())).isEmpty();
        var kept = traced(cases.ofPupil(child.id()).get(0));
        kept.waitsAt("write-intended-proceedings").hasTask("write-intended-proceedings").with(officer);
        kept.tells("S2-12", "Holds the prosecution of penalty notice %s".formatted(notice.record().number()), "one-of-service-manager");
        madeAware(child).waitsAt("watch-over");
    }

    @Test
    void S2_12_anUnpaidNoticeIsWithdrawn() {
        var notice = served("2026-10-12").passes("period-over");
        notice.manager("decide-on-unpaid-notice", answers("unpaidDecision", "withdraw", "withdrawalGround", "UNPAID_AND_NOT_PROSECUTED",
                "withdrawalBecause", "Attendance is regular")).endedAt("notice-was-withdrawn");

        assertThat(notice.record().ground()).isEqualTo(WithdrawalGround.UNPAID_AND_NOT_PROSECUTED);
        assertThat(states(0)).containsOnly(SessionState.BARRED);
        of.sent("PENALTY NOTICE to Ms R Moss", "NOTICE WITHDRAWN to Ms R Moss");
    }

    @Test
    void S2_12_moneyThatCameInTimeDischargesThoughItIsRecordedLate() {
        var notice = served("2026-10-12").passes("period-over");
        notice.manager("decide-on-unpaid-notice", answers("unpaidDecision", "money", "paidOn", "2026-11-10", "amount", 160,
                "paymentReference", "BACS 1")).endedAt("notice-paid-after-all");

        assertThat(notice.record().status()).isEqualTo(NoticeStatus.PAID);
    }

    @Test
    void S2_12_moneyThatCameTooLateDischargesNothing() {
        var notice = served("2026-10-12").passes("period-over");
        notice.manager("decide-on-unpaid-notice", answers("unpaidDecision", "money", "paidOn", "2026-11-11", "amount", 160,
                "paymentReference", "BACS 1")).isDue("decide-on-unpaid-notice", "2026-11-16");

        assertThat(notice.record().status()).isEqualTo(NoticeStatus.SERVED);
    }

    @Test
    void S2_12_nobodyIsProsecutedForSessionsWhoseLastDayHasPassed() {
        var notice = served("2026-10-12").passes("period-over");
        town.itIs("2027-03-26");
        notice.refuses(town.of(Roles.SERVICE_MANAGER), "decide-on-unpaid-notice",
                answers("unpaidDecision", "prosecute", "prosecutionReason", "Absence goes on"), "last day for a charge has passed");
    }

    @Test
    void S2_12_aWithdrawnNoticeIsPaidBackAndNobodyIsProsecutedForItsSessionsAlsoAfterAMaterialError() {
        var notice = served("2026-10-12");
        town.itIs("2026-10-20");
        notice.office("await-payment", money("2026-10-20", 50)).office("await-payment", answers("payment", "withdraw",
                "withdrawalGround", "MATERIAL_ERROR", "correctedNotice", "no", "withdrawalBecause", "A wrong date of birth",
                "withdrawalAuthorisedBy", "S Manager"))
                .endedAt("notice-was-withdrawn");

        assertThat(notice.record().refund()).isEqualByComparingTo(new BigDecimal("50"));
        assertThat(states(0)).containsOnly(SessionState.BARRED);
        assertThat(ledger.chargeable(child.id(), child.parents().get(0).id())).isEmpty();
        of.sent("PENALTY NOTICE to Ms R Moss", "NOTICE WITHDRAWN to Ms R Moss");
        assertThat(of.detail("NOTICE WITHDRAWN", "refund")).isEqualTo("£50.00 is paid back to you");
        assertThat(of.detail("NOTICE WITHDRAWN", "correctedNotice")).isEqualTo("");
        assertThat(notices.earlier(child.id(), child.parents().get(0).id(), today())).as("withdrawn ones do not count").isZero();
    }

    @Test
    void S2_12_aSecondNoticeIsAFlatAmountAndAThirdIsRefused() {
        var first = served("2026-10-12");
        first.office("await-payment", money("2026-10-12", 80)).endedAt("notice-paid-in-full");
        town.itIs("2026-11-20");
        child.missed("2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13");
        var second = asked(of).officer("prepare-penalty-notice", prepared(child, 0, "2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12",
                "2026-11-13")).authorised().office("record-service-of-notice", posted("2026-11-20"));
        assertThat(second.record().terms().lowerAmount()).isNull();
        assertThat(second.record().which()).isEqualTo(2);
        second.waitsFor("lower-amount-over", "2026-12-22").waitsFor("period-over", "2026-12-22");
        assertThat(of.chronology()).noneMatch(line -> line.what().contains("was enough until"));
        second.office("await-payment", money(today().toString(), 160)).endedAt("notice-paid-in-full");

        town.itIs("2027-01-22");
        child.missed("2027-01-11", "2027-01-12", "2027-01-13", "2027-01-14", "2027-01-15");
        var third = asked(of);
        third.refuses(of.officer().person(), "prepare-penalty-notice", prepared(child, 0, "2027-01-11"), "third notice in three years");
        third.officer("prepare-penalty-notice", answers("noticeDecision", "doNotIssue", "reason", "Prosecution is considered"))
                .endedAt("no-notice-issued");
    }

    @Test
    void S2_12_otherAuthoritiesNoticesCount() {
        var notice = toBePrepared("2026-10-12");
        notice.refuses(of.officer().person(), "prepare-penalty-notice", with(prepared(child, 0, TEN_SESSIONS), "earlierElsewhere", 2),
                "third notice in three years");
        notice.officer("prepare-penalty-notice", with(prepared(child, 0, TEN_SESSIONS), "earlierElsewhere", 1)).authorised();

        assertThat(notice.record().terms().lowerAmount()).isNull();
        assertThat(notice.record().elsewhere()).isEqualTo(1);
    }

    @Test
    void S2_12_belowTheThresholdItNeedsAReason() {
        town.itIs("2026-10-12");
        child = town.child().missed("2026-09-21");
        of = allocated(child);
        var notice = asked(of);
        notice.refuses(of.officer().person(), "prepare-penalty-notice", prepared(child, 0, "2026-09-21"), "exceptionalReason");
        notice.officer("prepare-penalty-notice", with(prepared(child, 0, "2026-09-21"), "exceptionalReason", "A holiday without leave"))
                .authorised();

        assertThat(notice.record().sessions()).hasSize(2);
    }

    @Test
    void S2_12_marksStillNAreReplacedFirst() {
        var notice = toBePrepared("2026-10-12");
        said.missed(child.id(), "2026-10-05 AM", "N");
        notice.refuses(of.officer().person(), "prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS), "marks N in the count");
        said.missed(child.id(), "2026-10-05 AM", "U");
        notice.officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS)).hasTask("authorise-penalty-notice");
    }

    @Test
    void settlement_14_ofALookedAfterChildTheOfficerStopsAndAsksAndWithoutAnAnswerThereIsNoNotice() {
        town.itIs("2026-10-12");
        child = town.child().missed(TEN_SESSIONS);
        of = allocated(child);
        var notice = asked(of);
        isLookedAfter();
        var officer = of.officer().person();

        assertThat(notice.shows(officer, "prepare-penalty-notice").get("noticeEligibility").toString())
                .contains("ask the social worker and the virtual school head first");
        for (var key : List.of("lookedAfterAskedWhom", "lookedAfterAskedBy", "lookedAfterAskedOn", "lookedAfterAsked")) {
            notice.refuses(officer, "prepare-penalty-notice", with(askedFirst(prepared(child, 0, TEN_SESSIONS)), key, null), key);
        }
        notice.refuses(officer, "prepare-penalty-notice", with(askedFirst(prepared(child, 0, TEN_SESSIONS)), "lookedAfterAskedOn",
                "2026-10-13"), "lookedAfterAskedOn");

        notice.officer("prepare-penalty-notice", askedFirst(prepared(child, 0, TEN_SESSIONS)));
        assertThat(notice.shows(town.of(MANAGERS), "authorise-penalty-notice").get("preparedRows").toString())
                .contains("P Virtual, virtual school head", "A notice is right");
        notice.authorised();
        assertThat(notice.record().sessions()).hasSize(10);
    }

    @Test
    void settlement_14_ofAChildThatHasComeIntoCareSinceThePreparationTheOfficerAsksBeforeItIsAuthorised() {
        var notice = toBePrepared("2026-10-12").officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS));
        isLookedAfter();

        notice.refuses(town.of(MANAGERS), "authorise-penalty-notice", answers("authorisation", "authorise"), "authorisation");
        notice.manager("authorise-penalty-notice", answers("authorisation", "sendBack", "authorisationReason", "In care by now"))
                .officer("prepare-penalty-notice", askedFirst(prepared(child, 0, TEN_SESSIONS))).authorised();
        assertThat(notice.record().status()).isEqualTo(NoticeStatus.ISSUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Local Authority", "social worker", "Corporate parent"})
    void settlement_14_whereParentalResponsibilityLiesWithTheCouncilItIsGivenNoNotice(String relationship) {
        town.itIs("2026-10-12");
        child = town.child().missed(TEN_SESSIONS);
        of = allocated(child);
        var notice = asked(of);
        isLookedAfter();
        town.database().sql("update parent_of_pupil set relationship = :as where pupil_id = :id and parent_id = :parent")
                .param("as", relationship).param("id", child.id()).param("parent", child.parents().get(0).id()).update();

        assertThat(notice.shows(of.officer().person(), "prepare-penalty-notice").get("noticeParents").toString())
                .contains("Mr O Field").doesNotContain("Ms R Moss");
        notice.refuses(of.officer().person(), "prepare-penalty-notice", askedFirst(prepared(child, 0, TEN_SESSIONS)), "parentId");
    }

    private void isLookedAfter() {
        town.database().sql("update pupil set looked_after = true where id = :id").param("id", child.id()).update();
    }

    private Map<String, Object> askedFirst(Map<String, Object> prepared) {
        return with(prepared, "lookedAfterAskedWhom", "P Virtual, virtual school head; S Worker, social worker", "lookedAfterAskedBy",
                "the officer", "lookedAfterAskedOn", today().toString(), "lookedAfterAsked", "A notice is right");
    }

    @Test
    void S2_12_sessionsThatAreNotFreeForThatParentAreRefused() {
        var notice = toBePrepared("2026-10-12");
        notice.refuses(of.officer().person(), "prepare-penalty-notice", prepared(child, 0, "2026-09-28"), "noticeSessions");
    }

    @Test
    void S2_12_nobodyAuthorisesWhatTheyHavePrepared() {
        var notice = toBePrepared("2026-10-12");
        notice.officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS));
        var preparer = new Person(town.engine(), of.officer().person().id(), List.of(Roles.EWO, Roles.SERVICE_MANAGER));

        notice.refuses(preparer, "authorise-penalty-notice", answers("authorisation", "authorise"), "not for whoever prepared");
        var shown = notice.shows(town.of(Roles.SERVICE_MANAGER), "authorise-penalty-notice");
        assertThat(shown.get("preparedLine").toString()).contains("To Ms R Moss, for 10 sessions; prepared by Officer No");
        assertThat(shown.get("preparedRows").toString()).contains("Breakfast club", "Exampleshire");
        assertThat(shown.get("preparedTerms").toString()).contains("£80.00 within 21 days, then £160.00 within 28 days");
    }

    @Test
    void S2_12_asItWasPreparedShowsTheAuthoriserEachFieldByItsOwnNameAndNoNumberOfOurs() {
        var notice = toBePrepared("2026-10-12");
        var prepared = new HashMap<>(prepared(child, 0, TEN_SESSIONS));
        prepared.remove("noNoticeToImprove");
        prepared.putAll(Map.of("noticeToImprove", "earlier", "improveFrom", "2026-09-07", "improveTo", "2026-10-02"));
        notice.officer("prepare-penalty-notice", prepared);

        var rows = notice.shows(town.of(Roles.SERVICE_MANAGER), "authorise-penalty-notice").get("preparedRows").toString();

        assertThat(json(rows)).contains("The notice / To: Ms R Moss", "The Notice to Improve / From: 7 September 2026",
                "The Notice to Improve / To: 2 October 2026", "Earlier notices in three years / On: 12 October 2026")
                .doesNotHaveDuplicates().noneMatch(row -> row.endsWith(": " + child.parents().get(0).id()));
        assertThat(json(rows)).filteredOn(row -> row.startsWith("The notice / For these sessions: ")).singleElement().asString()
                .contains("21 September 2026, morning; 21 September 2026, afternoon");
    }

    private static List<String> json(String rows) {
        return Spin.JSON(rows).elements().stream().map(row -> "%s / %s: %s".formatted(row.prop("part").stringValue(),
                row.prop("question").stringValue(), row.prop("answer").stringValue())).toList();
    }

    @Test
    void S2_12_aNoticeIsSentBackAndPreparedAgain() {
        var notice = toBePrepared("2026-10-12");
        notice.officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS));
        town.itIs("2026-10-15");
        notice.manager("authorise-penalty-notice", answers("authorisation", "sendBack", "authorisationReason", "Say why now"))
                .isDue("prepare-penalty-notice", "2026-10-20");

        assertThat(notice.shows(of.officer().person(), "prepare-penalty-notice")).containsEntry("sentBackBecause", "Say why now");
        notice.officer("prepare-penalty-notice", prepared(child, 1, TEN_SESSIONS)).authorised();
        assertThat(notice.record().parentId()).isEqualTo(child.parents().get(1).id());
    }

    @Test
    void S2_12_aNoticeThatIsNotAuthorisedIsNotIssued() {
        var notice = toBePrepared("2026-10-12");
        notice.officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS));
        notice.manager("authorise-penalty-notice", answers("authorisation", "refuse", "authorisationReason", "Support first"))
                .wentBy("notice-refused").endedAt("no-notice-issued");

        assertThat(notices.ofCase(of.reference())).isEmpty();
        of.sent();
    }

    @Test
    void S2_12_sessionsThatWentIntoAnotherNoticeMeanwhileAreRefusedWithTheReason() {
        var one = toBePrepared("2026-10-12");
        child.missed("2026-09-28");
        var other = asked(of);
        one.officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS));
        other.officer("prepare-penalty-notice", with(prepared(child, 0, TEN_SESSIONS), "note", "The same"));
        one.authorised();

        other.refuses(town.of(Roles.SERVICE_MANAGER), "authorise-penalty-notice", answers("authorisation", "authorise"),
                "cannot be used: it is under notice in penalty notice " + one.record().number());
        other.hasTask("authorise-penalty-notice");
    }

    @Test
    void S2_12_twoParentsHaveTwoNoticesAtOnceEachWithItsOwnEnd() {
        var mothers = served("2026-10-12");
        var fathers = asked(of).officer("prepare-penalty-notice", prepared(child, 1, TEN_SESSIONS)).authorised()
                .office("record-service-of-notice", posted("2026-10-12"));
        mothers.office("await-payment", money("2026-10-12", 80)).endedAt("notice-paid-in-full");
        fathers.passes("period-over").hasTask("decide-on-unpaid-notice");

        assertThat(states(0)).containsOnly(SessionState.DISCHARGED);
        assertThat(states(1)).containsOnly(SessionState.UNDER_NOTICE);
    }

    @Test
    void settlement_16_beforeItsIssueANoticeFallsWithItsCase() {
        toBePrepared("2026-10-12").caseEnds().endedAt("notice-fell");
        of.sent();
    }

    @Test
    void settlement_16_anOpenNoticeIsDecidedOnAndStaysPayable() {
        var notice = served("2026-10-12");
        town.itIs("2026-10-19");
        notice.caseEnds().isDue("decide-on-notice", "2026-10-22").isWith("decide-on-notice", MANAGERS, DEPUTIES);
        notice.manager("decide-on-notice", answers("noticeStays", "payable", "staysBecause", "They moved"))
                .waitsFor("period-over", "2026-11-11")
                .office("await-payment", money("2026-10-19", 80)).endedAt("notice-paid-in-full");
    }

    @Test
    void settlement_16_aNoticeThatStaysPayableIsStillToBeServed() {
        var notice = issued("2026-10-12", TEN_SESSIONS).caseEnds();
        notice.manager("decide-on-notice", answers("noticeStays", "payable", "staysBecause", "They moved"))
                .hasTask("record-service-of-notice");
    }

    @Test
    void settlement_16_anOpenNoticeIsWithdrawnWithItsCase() {
        var notice = served("2026-10-12").caseEnds();
        notice.manager("decide-on-notice", answers("noticeStays", "withdraw", "withdrawalGround", "OUGHT_NOT_TO_HAVE_BEEN_ISSUED",
                "withdrawalBecause", "The child was ill")).endedAt("notice-was-withdrawn");

        of.sent("PENALTY NOTICE to Ms R Moss", "NOTICE WITHDRAWN to Ms R Moss");
        assertThat(of.detail("NOTICE WITHDRAWN", "refund")).isEmpty();
    }

    @Test
    void S2_12_leaveInTermTimeOfAPupilWithoutACase() {
        town.itIs("2026-10-12");
        child = town.child().missed(TEN_SESSIONS);
        var office = town.of(Roles.APWS_OFFICE);
        var notice = asked(office, answers("noticeFor", "termTimeLeave", "upn", child.pupil().upn().toLowerCase(), "why", "A holiday; leave was refused"));
        assertThat(notice.hasTask("prepare-penalty-notice").getAssignee()).isEqualTo(office.id());
        notice.completes(office, "prepare-penalty-notice", with(prepared(child, 0, TEN_SESSIONS), "support", "notAppropriate"))
                .authorised();

        assertThat(notice.record().caseReference()).isNull();
        assertThat(entries.of(notice.instance().getBusinessKey())).extracting(entry -> entry.form())
                .containsExactly("start-penalty-notice", "prepare-penalty-notice", "authorise-penalty-notice");
        assertThat(town.database().sql("select code || ' ' || recipient_name from letter where pupil_id = :pupil")
                .param("pupil", child.id()).query(String.class).list()).containsExactly("PENALTY NOTICE Ms R Moss");
        notice.office("record-service-of-notice", posted("2026-10-12")).passes("lower-amount-over").passes("period-over");
        notice.manager("decide-on-unpaid-notice", answers("unpaidDecision", "withdraw", "withdrawalGround", "UNPAID_AND_NOT_PROSECUTED",
                "withdrawalBecause", "The family has left the country")).endedAt("notice-was-withdrawn");
    }

    @Test
    void S2_12_aNoticeAboutAPupilWithoutACaseThatCameBackGoesToTheRightAddress() {
        town.itIs("2026-10-12");
        child = town.child().missed(TEN_SESSIONS);
        var office = town.of(Roles.APWS_OFFICE);
        asked(office, answers("noticeFor", "termTimeLeave", "upn", child.pupil().upn(), "why", "A holiday"))
                .completes(office, "prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS)).authorised();
        var letter = letters.get(town.database().sql("select id from letter where pupil_id = :pupil").param("pupil", child.id())
                .query(Long.class).single());
        goesOut(letter.id());
        town.itIs("2026-10-16");
        var otherSchool = town.leadOf(town.school());
        assertThatThrownBy(() -> otherSchool.starts("report-returned-letter", Filled.returned(letter.number(), today())))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("no letter of a pupil without a case");
        office.starts("report-returned-letter", Filled.returned(letter.number(), today()));

        var corrected = town.engine().getTaskService().createTaskQuery().processVariableValueEquals("letterId", letter.id());
        var school = child.pupil().schoolCode();
        new Person(town.engine(), "lead-" + school, List.of(Roles.ofSchool(school))).completes(corrected, "correct-address",
                Filled.newAddress("5 New Street", "ZZ99 5AA"));
        assertThat(town.database().sql("select recipient_address from letter where instead_of = :id").param("id", letter.id())
                .query(String.class).single()).contains("5 New Street");
    }

    @Test
    void S2_12_aPupilWithACaseIsNamedByIt() {
        town.itIs("2026-10-12");
        child = town.child().missed(TEN_SESSIONS);
        of = allocated(child);
        var office = town.of(Roles.APWS_OFFICE);

        assertThatThrownBy(() -> office.starts(PROCESS, answers("noticeFor", "termTimeLeave", "upn", child.pupil().upn(), "why", "A holiday")))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining(of.reference());
        assertThatThrownBy(() -> office.starts(PROCESS, answers("noticeFor", "termTimeLeave", "upn", "Z000000000000", "why", "A holiday")))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("no pupil with this number");
        assertThatThrownBy(() -> office.starts(PROCESS, answers("noticeFor", "termTimeLeave", "why", "A holiday"))).hasMessageContaining("caseReference");
    }

    private List<SessionState> states(int parent) {
        return ledger.of(child.id(), child.parents().get(parent).id()).stream().map(LedgerSession::state).toList();
    }

    private static final Object[] WRONG = {"payment", "withdraw", "withdrawalGround", "MATERIAL_ERROR", "correctedNotice", "yes",
        "withdrawalBecause", "A wrong date of birth", "withdrawalAuthorisedBy", "S Manager"};

    @Test
    void settlement_14_aCorrectedNoticeIsGivenWithTheWithdrawalAndUnpaidItsSessionsCanBeCharged() {
        var notice = served("2026-10-12");
        var wrong = notice.record().number();
        town.itIs("2026-10-20");
        notice.office("await-payment", answers(WRONG)).isDue("authorise-corrected-notice", "2026-10-21")
                .isWith("authorise-corrected-notice", MANAGERS, DEPUTIES);
        assertThat(notice.record().status()).as("withdrawn only with the corrected one").isEqualTo(NoticeStatus.SERVED);
        notice.manager("authorise-corrected-notice", answers("correctionDecision", "correct", "correctedWhat", "The date of birth",
                "correctedSessions", List.of("2026-09-21 AM", "2026-09-21 PM"), "correctedElsewhere", 0));

        var corrected = notice.record();
        assertThat(corrected.corrects()).isEqualTo(wrong);
        assertThat(corrected.which()).isEqualTo(1);
        of.sent("PENALTY NOTICE to Ms R Moss", "NOTICE WITHDRAWN to Ms R Moss", "PENALTY NOTICE to Ms R Moss").everyLetterIsOnItsWay();
        assertThat(of.detail("NOTICE WITHDRAWN", "noticeNumber")).isEqualTo(wrong);
        assertThat(of.detail("NOTICE WITHDRAWN", "correctedNotice")).isEqualTo(corrected.number());
        assertThat(of.detail("PENALTY NOTICE", "noticeNumber")).isEqualTo(corrected.number());
        assertThat(of.detail("PENALTY NOTICE", "fullUntil")).isEqualTo("2026-11-18");
        notice.office("record-service-of-notice", posted("2026-10-20")).waitsFor("lower-amount-over", "2026-11-12")
                .waitsFor("period-over", "2026-11-19").passes("lower-amount-over").passes("period-over");
        notices.toBeProsecuted(corrected.number(), "not paid", "a test");
        assertThat(ledger.chargeable(child.id(), child.parents().get(0).id())).extracting(LedgerSession::date)
                .containsOnly(LocalDate.of(2026, 9, 21));
        assertThat(states(0)).contains(SessionState.BARRED, SessionState.UNDER_NOTICE);
    }

    @Test
    void settlement_14_aCorrectedNoticeThatIsNotAuthorisedLeavesTheWithdrawal() {
        var notice = served("2026-10-12");
        notice.office("await-payment", answers(WRONG)).manager("authorise-corrected-notice", answers("correctionDecision", "withdrawOnly",
                "correctionReason", "The marks are in doubt")).endedAt("notice-was-withdrawn");

        assertThat(notice.record().ground()).isEqualTo(WithdrawalGround.MATERIAL_ERROR);
        assertThat(states(0)).containsOnly(SessionState.BARRED);
    }

    @Test
    void S2_12_aNoticePostedLaterThanItWasPrintedIsPrintedAgainWithTheDaysOfItsRealPosting() {
        var notice = issued("2026-10-12", TEN_SESSIONS);
        town.itIs("2026-10-15");
        notice.refuses(town.of(Roles.APWS_OFFICE), "record-service-of-notice", posted("2026-10-15"), "print it again");
        notice.refuses(town.of(Roles.APWS_OFFICE), "record-service-of-notice", with(posted("2026-10-12"), "postClass", "second class"),
                "print it again");
        notice.office("record-service-of-notice", answers("service", "printAgain", "toBePostedOn", "2026-10-16", "toBePostedBy",
                "first class", "destroyed", true)).wentBy("send-notice-again").hasTask("record-service-of-notice");
        of.sent("PENALTY NOTICE to Ms R Moss", "PENALTY NOTICE to Ms R Moss");
        assertThat(of.detail("PENALTY NOTICE", "postedOn")).isEqualTo("2026-10-16");
        assertThat(of.detail("PENALTY NOTICE", "countedFrom")).isEqualTo("2026-10-20");
        assertThat(of.detail("PENALTY NOTICE", "fullUntil")).isEqualTo("2026-11-16");

        town.itIs("2026-10-19");
        notice.office("record-service-of-notice", posted("2026-10-16")).waitsFor("period-over", "2026-11-17");
        assertThat(notice.record().lastDay()).isEqualTo("2026-11-16");
    }

    @Test
    void S2_12_aNoticePrintedAgainToBeHandedOverSaysSoOnPaperAndOnItsWayOut() {
        var notice = issued("2026-10-12", TEN_SESSIONS);
        notice.office("record-service-of-notice", answers("service", "printAgain", "toBePostedOn", "2026-10-13", "toBePostedBy",
                "by hand", "destroyed", true)).wentBy("send-notice-again");

        assertThat(of.detail("PENALTY NOTICE", "postClass")).isEqualTo("by hand");
        assertThat(of.detail("PENALTY NOTICE", "countedFrom")).isEqualTo("2026-10-13");
        assertThat(town.database().sql("select post from letter where case_reference = :case and code = 'PENALTY NOTICE' order by id")
                .param("case", of.reference()).query(String.class).list()).containsExactly("first class", "by hand");
    }

    @Test
    void S2_12_aNoticeThatCannotBeServedIsWithdrawn() {
        var notice = issued("2026-10-12", TEN_SESSIONS);
        notice.office("record-service-of-notice", answers("service", "withdraw", "withdrawalGround", "WRONG_PERSON", "withdrawalBecause",
                "Nobody of this name lives there", "withdrawalAuthorisedBy", "S Manager")).endedAt("notice-was-withdrawn");

        of.sent("PENALTY NOTICE to Ms R Moss", "NOTICE WITHDRAWN to Ms R Moss");
    }

    @Test
    void S2_12_aNoticeThatCameBackIsServedAgainWithNewLastDaysOnPaperAndInTheTimer() {
        var notice = served("2026-10-12").waitsFor("period-over", "2026-11-11");
        var letter = letters.get(town.database().sql("select id from letter where pupil_id = :pupil and code = 'PENALTY NOTICE'")
                .param("pupil", child.id()).query(Long.class).single());
        goesOut(letter.id());
        town.itIs("2026-10-22");
        town.of(Roles.APWS_OFFICE).starts("report-returned-letter", with(Filled.returned(letter.number(), today()), "caseReference",
                of.reference()));
        notice.wentBy("notice-came-back").hasTask("record-service-of-notice");
        assertThat(notice.record().receivedOn()).isNull();
        assertThat(notice.record().status()).isEqualTo(NoticeStatus.ISSUED);

        town.itIs("2026-10-26");
        correctsAddress(letter.id());
        var again = town.database().sql("select content from letter where instead_of = :id").param("id", letter.id()).query(String.class)
                .single();
        assertThat(again).contains("\"fullUntil\":\"2026-11-24\"", "\"lowerUntil\":\"2026-11-17\"", "\"countedFrom\":\"2026-10-28\"");
        notice.office("record-service-of-notice", posted("2026-10-26")).waitsFor("lower-amount-over", "2026-11-18")
                .waitsFor("period-over", "2026-11-25");
    }

    private void correctsAddress(long letterId) {
        var corrected = town.engine().getTaskService().createTaskQuery().processVariableValueEquals("letterId", letterId);
        var school = child.pupil().schoolCode();
        new Person(town.engine(), "lead-" + school, List.of(Roles.ofSchool(school))).completes(corrected, "correct-address",
                Filled.newAddress("5 New Street", "ZZ99 5AA"));
    }

    @Test
    void settlement_14_noNoticeInsideAWindowThatALetterGaveSaveOnAGroundThatTheLetterNamed() {
        var notice = toBePrepared("2026-10-08");
        var parent = child.parents().get(0).id();
        windows.begin(new Window(child.id(), parent, "APWS 2.2.0", LocalDate.of(2026, 9, 29), LocalDate.of(2026, 10, 28),
                Set.of(EarlyGround.FURTHER_SESSION, EarlyGround.SUPPORT_REFUSED)));
        var form = prepared(child, 0, TEN_SESSIONS);
        notice.refuses(of.officer().person(), "prepare-penalty-notice", form, "earlyGround");
        notice.refuses(of.officer().person(), "prepare-penalty-notice", with(form, "earlyGround", "TERM_TIME_LEAVE", "earlyGroundWords", "x"),
                "must be a ground that the letter named");
        notice.refuses(of.officer().person(), "prepare-penalty-notice", with(form, "earlyGround", "FURTHER_SESSION", "earlyGroundWords", "x"),
                "must be a ground that the letter named");
        child.missed("2026-10-05");
        notice.officer("prepare-penalty-notice", with(form, "earlyGround", "FURTHER_SESSION", "earlyGroundWords", "5 October")).authorised();
        assertThat(notice.record().status()).isEqualTo(NoticeStatus.ISSUED);

        var fathers = asked(of).officer("prepare-penalty-notice", prepared(child, 1, TEN_SESSIONS));
        windows.begin(new Window(child.id(), child.parents().get(1).id(), "APWS 2.2.0", LocalDate.of(2026, 10, 9),
                LocalDate.of(2026, 11, 7), Set.of(EarlyGround.FURTHER_SESSION)));
        fathers.refuses(town.of(Roles.SERVICE_MANAGER), "authorise-penalty-notice", answers("authorisation", "authorise"),
                "gave this parent until 7 November 2026");
        town.itIs("2026-11-08");
        fathers.authorised();
    }

    @Test
    void settlement_14_noSessionThatWillHaveExpiredOnceTheDaysAndAMarginAreOverGoesIntoANotice() {
        town.itIs("2026-11-05");
        child = town.child().missed("2026-07-16", "2026-07-17", "2026-10-05");
        of = allocated(child);
        var notice = asked(of);
        var shown = notice.shows(of.officer().person(), "prepare-penalty-notice");
        assertThat(shown.get("noticeEligibility").toString()).contains("\"free\":6", "\"usable\":4");
        assertThat(shown.get("freeSessions").toString()).contains("no, too little time", "\"daysLeft\":42");
        notice.refuses(of.officer().person(), "prepare-penalty-notice", with(prepared(child, 0, "2026-07-16"), "exceptionalReason", "x"),
                "noticeSessions");
        notice.officer("prepare-penalty-notice", with(prepared(child, 0, "2026-07-17"), "exceptionalReason", "x")).authorised();
    }

    @Test
    void settlement_14_continuingAbsenceIsForStage2AndLeaveInTermTimeForAnyStage() {
        town.itIs("2026-10-12");
        child = town.child().missed(TEN_SESSIONS);
        of = allocatedInStage1(child);
        var officer = of.officer().person();
        assertThatThrownBy(() -> asked(of)).isInstanceOf(FormFieldValidationException.class).hasMessageContaining("for a case in Stage 2");
        assertThatThrownBy(() -> officer.starts(PROCESS, answers("noticeFor", "continuingAbsence", "upn", child.pupil().upn(), "why", "x")))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("leave in term time");

        var notice = asked(officer, answers("noticeFor", "termTimeLeave", "caseReference", of.reference(), "why", "A holiday"));
        assertThat(notice.shows(officer, "prepare-penalty-notice").get("noticeEligibility").toString())
                .contains("no Notice to Improve is needed");
        notice.officer("prepare-penalty-notice", with(prepared(child, 0, TEN_SESSIONS), "support", "notAppropriate")).authorised();
        assertThat(notice.record().caseReference()).isEqualTo(of.reference());
    }
}
