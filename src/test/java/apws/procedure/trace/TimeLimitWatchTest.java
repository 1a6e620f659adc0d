package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six in the morning: the diagram time-limit-watch (settlements 13 and 14). */
class TimeLimitWatchTest extends NoticeTraces {

    private static final String WATCH = "time-limit-watch";

    private Child child;
    private TracedCase of;

    private void caseOf(String day, String... missed) {
        town.itIs(day);
        child = town.child().missed(missed);
        of = allocated(child);
    }

    /** The last day of a session on 21 September 2026 is 21 March 2027, a Sunday; Fridays before and Mondays after are school days. */
    @ParameterizedTest(name = "{2} weeks ahead")
    @CsvSource({"2027-01-22, 2027-01-25, 8", "2027-02-12, 2027-02-22, 4", "2027-03-05, 2027-03-08, 2"})
    void settlement_13_theCaseIsToldSoManyWeeksAheadAndOnce(String notYet, String now, int weeks) {
        caseOf("2026-10-12", "2026-09-21");
        toldEarlierThan(weeks);
        morning(WATCH, notYet + "T06:00");
        assertThat(timesTold()).as("the day before").isZero();
        morning(WATCH, now + "T06:00");
        assertThat(timesTold()).isOne();
        of.hasTask("act-on-time-limit").withTheOfficer();

        morning(WATCH, LocalDateTime.parse(now + "T06:00").plusDays(1).toString());
        assertThat(timesTold()).as("once only").isOne();
    }

    @Test
    void settlement_13_oneOpenTaskPerCaseIsBroughtUpToDateNotOneMoreEachTime() {
        caseOf("2026-10-12", "2026-09-21", "2026-09-24");
        morning(WATCH, "2027-01-25T06:00");
        of.hasTask("act-on-time-limit").dueOn("2027-01-28");
        morning(WATCH, "2027-01-27T06:00");
        assertThat(timesTold()).as("the task that is open holds the session on 24 September too").isOne();
        morning(WATCH, "2027-02-22T06:00");
        assertThat(timesTold()).as("four weeks ahead").isOne();
        assertThat(of.hasTask("act-on-time-limit").task()).satisfies(task -> {
            assertThat(task.getDescription()).isEqualTo("The next last day for a charge is 21 March 2027");
            assertThat(task.getPriority()).isGreaterThanOrEqualTo(60);
        });
    }

    @Test
    void settlement_13_onceLookedAtItComesUpAgainWhenTheNextLastDayIsNearerAndNotForEachSession() {
        caseOf("2026-10-12", "2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24", "2026-09-25", "2026-09-28");
        morning(WATCH, "2027-01-25T06:00");
        of.officer().completes("act-on-time-limit", Filled.fasterNow());
        for (var day : List.of("2027-01-26", "2027-01-29", "2027-02-01", "2027-02-19")) {
            morning(WATCH, day + "T06:00");
            assertThat(timesTold()).as(day).isZero();
        }
        morning(WATCH, "2027-02-22T06:00");
        assertThat(timesTold()).as("four weeks before 21 March").isOne();
        of.officer().completes("act-on-time-limit", Filled.fasterNow());
        morning(WATCH, "2027-03-08T06:00");
        assertThat(timesTold()).as("two weeks before 21 March").isOne();
        of.officer().completes("act-on-time-limit", Filled.fasterNow());
        morning(WATCH, "2027-03-19T06:00");
        assertThat(timesTold()).as("nothing is nearer").isZero();
        morning(WATCH, "2027-03-22T06:00");
        assertThat(timesTold()).as("21 March is over, the 22nd is the last day next, and two weeks have gone by").isOne();
    }

    @Test
    void settlement_13_sessionsLetGoAreNotSpokenOfAgain() {
        caseOf("2026-10-12", "2026-09-21", "2026-11-16");
        morning(WATCH, "2027-01-25T06:00");
        of.officer().completes("act-on-time-limit", Filled.blank().with("act", "letGo").with("letGoUntil", "2027-03-21")
                .with("reason", "It lies before the support began"));
        morning(WATCH, "2027-03-08T06:00");
        assertThat(timesTold()).isZero();
        morning(WATCH, "2027-03-22T06:00");
        assertThat(timesTold()).as("of the session on 16 November, eight weeks ahead").isOne();
    }

    @Test
    void settlement_13_onEveryWorkingDayOfTheCouncilInTheSchoolHolidaysToo() {
        caseOf("2026-10-12", "2026-10-14");
        toldEarlierThan(2);
        morning(WATCH, "2027-03-30T06:00");
        assertThat(timesTold()).as("not yet").isZero();
        morning(WATCH, "2027-03-31T06:00");
        assertThat(timesTold()).as("a Wednesday in the Easter holidays, two weeks before 14 April").isOne();
        of.hasTask("act-on-time-limit").withTheOfficer().dueOn("2027-04-05");
    }

    private long timesTold() {
        return of.tasks().taskDefinitionKey("act-on-time-limit").count();
    }

    private void toldEarlierThan(int weeks) {
        for (int earlier = 8; earlier > weeks; earlier /= 2) {
            town.database().sql("""
                    insert into time_limit_warning (case_reference, last_day, weeks, warned_on) values (:case, :day, :weeks, :day)""")
                    .param("case", of.reference()).param("day", LocalDate.parse("2027-03-21")).param("weeks", earlier).update();
        }
    }

    @Test
    void settlement_13_aCaseWithoutAnOfficerIsNotTold() {
        town.itIs("2026-10-12");
        child = town.child().missed("2026-09-21");
        of = madeAware(child);
        morning(WATCH, "2027-01-25T06:00");

        assertThat(timesTold()).isZero();
    }

    @Test
    void settlement_13_onAWeekendNobodyIsTold() {
        caseOf("2026-10-12", "2026-09-21");
        morning(WATCH, "2027-02-20T06:00");

        assertThat(timesTold()).isZero();
    }

    @Test
    void theNextWatchIsAtSixTheDayAfterWhateverTheClocksDo() {
        morning(WATCH, "2026-10-24T06:00");
        assertThat(TracedCase.moment(startTimer(WATCH).getDuedate())).isEqualTo(LocalDateTime.parse("2026-10-25T06:00"));
    }

    @Test
    void settlement_14_tenSessionsInTenSchoolWeeksAreToBeConsideredByTheOfficer() {
        inStage("Stage 2", TEN_SESSIONS);
        morning(WATCH, "2026-10-13T06:00");
        var begun = running().stream().map(one -> new Notice(this, one)).toList();
        assertThat(begun).as("each parent's own").extracting(one -> one.variable("parentId"))
                .containsExactlyInAnyOrderElementsOf(child.parents().stream().map(parent -> (Object) parent.id().toString()).toList());
        var notice = begun.stream().filter(one -> one.variable("parentId").equals(child.parents().get(0).id().toString())).findFirst()
                .orElseThrow();

        assertThat(notice.instance().getBusinessKey()).isEqualTo(of.reference());
        assertThat(notice.shows(of.officer().person(), "prepare-penalty-notice").get("noticeParents").toString())
                .contains("Ms R Moss").doesNotContain("Mr O Field");
        assertThat(notice.hasTask("prepare-penalty-notice").getAssignee()).isEqualTo(of.officer().person().id());
        notice.officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS)).authorised();
        of.sent("PENALTY NOTICE to Ms R Moss");
    }

    @Test
    void settlement_14_itIsConsideredOnceInTheseTenWeeksAndThenAgain() {
        inStage("Stage 2", TEN_SESSIONS);
        morning(WATCH, "2026-10-13T06:00");
        running().forEach(one -> new Notice(this, one).officer("prepare-penalty-notice", answers("noticeDecision", "doNotIssue", "reason",
                "Support has begun")));
        morning(WATCH, "2026-10-14T06:00");
        assertThat(running()).isEmpty();

        child.missed("2027-01-11", "2027-01-12", "2027-01-13", "2027-01-14", "2027-01-15");
        morning(WATCH, "2027-01-18T06:00");
        assertThat(running()).as("to each parent").hasSize(2);
    }

    @Test
    void settlement_14_mustBeConsideredPerParentEachOnceInItsWindow() {
        inStage("Stage 2", TEN_SESSIONS);
        var mothers = asked(of).officer("prepare-penalty-notice", prepared(child, 0, TEN_SESSIONS)).authorised();
        morning(WATCH, "2026-10-13T06:00");

        assertThat(newest().variable("parentId")).as("of the father; the mother's was considered")
                .isEqualTo(child.parents().get(1).id().toString());
        morning(WATCH, "2026-10-14T06:00");
        assertThat(running()).hasSize(2);
        assertThat(mothers.record().parentId()).isEqualTo(child.parents().get(0).id());
    }

    @Test
    void settlement_14_nineSessionsAreNotEnough() {
        inStage("Stage 2", "2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24");
        said.missed(child.id(), "2026-09-25 AM", "U");
        morning(WATCH, "2026-10-13T06:00");

        assertThat(running()).isEmpty();
    }

    @Test
    void settlement_14_theOfficerConsidersThoughMarksAreStillN() {
        inStage("Stage 2", "2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24");
        said.missed(child.id(), "2026-09-25 AM", "N");
        said.missed(child.id(), "2026-09-25 PM", "N");
        morning(WATCH, "2026-10-13T06:00");

        assertThat(running()).hasSize(2);
    }

    @Test
    void settlement_14_theOfficerConsidersALookedAfterChildToo() {
        inStage("Stage 2", TEN_SESSIONS);
        town.database().sql("update pupil set looked_after = true where id = :id").param("id", child.id()).update();
        town.database().sql("update parent_of_pupil set relationship = 'local authority' where pupil_id = :id and parent_id = :parent")
                .param("id", child.id()).param("parent", child.parents().get(1).id()).update();
        morning(WATCH, "2026-10-13T06:00");

        assertThat(newest().variable("parentId")).as("not of the authority itself").isEqualTo(child.parents().get(0).id().toString());
    }

    @Test
    void settlement_14_inAnotherStageNobodyIsAsked() {
        inStage("Stage 3", TEN_SESSIONS);
        morning(WATCH, "2026-10-13T06:00");

        assertThat(running()).isEmpty();
    }

    private void inStage(String stage, String... missed) {
        town.itIs("2026-10-12");
        child = town.child().missed(missed);
        of = inStage("stage-2-fast-track", stage, child, Map.of());
    }
}
