package apws.procedure.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import apws.StatementCount;
import apws.casework.Plan;
import apws.imports.Sender;
import apws.procedure.placement.CasesUnderWay;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Cases that are under way on a spreadsheet are put where they stand, with their timers. */
class CasesUnderWayTest extends CaseTraces {

    private static final String HEADINGS = "UPN,Stage,Step,Officer,Since,Date,Time,Place,With,Target,TargetInWords\n";

    @Autowired
    private CasesUnderWay underWay;
    @Autowired
    private StatementCount statements;

    private CasesUnderWay.Outcome sent(boolean dryRun, String... rows) {
        return underWay.read("cases.csv", new ByteArrayResource((HEADINGS + String.join("\n", rows) + "\n").getBytes(UTF_8)),
                Sender.ofEverySchool("a test"), dryRun);
    }

    private TracedCase broughtIn(Child child, String row) {
        var outcome = sent(false, child.pupil().upn() + "," + row);
        assertThat(outcome.refused()).isEmpty();
        assertThat(outcome.placed()).singleElement().satisfies(placed -> assertThat(placed.caseReference()).isNotNull());
        return traced(cases.openCaseOf(child.id()).orElseThrow());
    }

    @Test
    void aWatchedPupilIsWatchedUntilFourWeeksAfterTheLetter() {
        town.itIs("2026-09-21");
        broughtIn(town.child(), "Stage 1,watch,,2026-09-10,,,,,,").waitsAt("watch-over").sent().waitsFor("watch-over").until("2026-10-08");
    }

    @Test
    void aMeetingThatIsAgreedWaitsForItsDay() {
        town.itIs("2026-09-21");
        var followed = broughtIn(town.child(), "Stage 1,meeting,,,2026-09-24,15:30,Room 4,Daniel Lee,,");

        followed.waitsAt("record-meeting-outcome").sent().hasTask("record-meeting-outcome").withTheSchool().dueOn("2026-09-24");
        followed.tells("S1, brought in", "Case opened in Stage 1: already under way, at “meeting” on 2026-09-24", "a test");
    }

    @Test
    void aPlanThatRunsIsReviewedTwoWeeksAndFourWeeksAfterItBegan() {
        town.itIs("2026-09-21");
        var child = town.child().attends(90.0).since("2026-09-01");
        var followed = broughtIn(child, "Stage 1,plan,,2026-09-17,,,,,96.5,every day but one");

        assertThat(plans.current(followed.reference())).get().extracting(Plan::code, Plan::startOn, Plan::midPointOn, Plan::reviewOn)
                .containsExactly("ISP 1.1", LocalDate.of(2026, 9, 17), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 15));
        followed.waitsAt("support-pupil").waitsFor("interim-review-due").until("2026-10-01").passes();
        assertThat(followed.hasTask("hold-interim-review").shows()).extractingByKey("baseline").hasToString("90");
        followed.school().completes("hold-interim-review", Filled.improved(today()).with("reason", "Ill for a week"));
        followed.waitsFor("four-week-review-due").until("2026-10-15");
    }

    @Test
    void aPlanPastItsInterimReviewWaitsForItsReview() {
        town.itIs("2026-10-05");
        broughtIn(town.child(), "Stage 1,plan after interim review,,2026-09-17,,,,,96,").waitsAt("support-pupil-further")
                .waitsFor("four-week-review-due").until("2026-10-15");
    }

    @Test
    void aMonitoredPupilIsReviewedFourWeeksAfterMonitoringBegan() {
        town.itIs("2026-09-21");
        broughtIn(town.child(), "Stage 1,monitoring,,2026-09-10,,,,,,").waitsAt("watch-attendance").sent()
                .waitsFor("four-weeks-monitored").until("2026-10-08");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Stage 2 | referral                    | | | receive-referral | | ",
        "Stage 2 | initial meeting             | 2026-09-17 | 2026-09-24 | hold-initial-meeting | | ",
        "Stage 2 | plan                        | 2026-09-17 | | support-pupil | mid-point-due | 2026-10-02",
        "Stage 2 | plan after mid-point review | 2026-09-17 | | support-pupil-further | plan-over | 2026-10-19",
        "Stage 2 | fast track suspended        | 2026-09-17 | | support-pupil | suspension-over | 2026-10-19",
        "Stage 2 | monitoring                  | 2026-09-10 | | watch-attendance | four-weeks-monitored | 2026-10-08",
        "Stage 3 | panel to be booked          | | | book-panel | | ",
        "Stage 3 | panel                       | | 2026-09-24 | hold-panel | | ",
        "Stage 3 | plan                        | 2026-09-17 | 2026-10-15 | support-pupil | panel-review-due | 2026-10-15",
        "Stage 3 | fast track suspended        | 2026-09-17 | | support-pupil | suspension-over | 2026-10-19",
        "Stage 3 | monitoring                  | 2026-09-10 | | watch-attendance | four-weeks-monitored | 2026-10-08",
        "Stage 4 | legal meeting to be booked  | | | book-legal-meeting | | ",
        "Stage 4 | legal meeting               | | 2026-09-24 | hold-legal-meeting | | ",
        "Stage 4 | evidence                    | | | prepare-prosecution | | ",
        "Stage 4 | monitoring                  | 2026-09-10 | | watch-attendance | four-weeks-monitored | 2026-10-08"})
    void aCaseStandsWhereItsRowSaysWithItsOfficerAndItsTimer(String stage, String step, String since, String date, String task, String timer, String until) {
        town.itIs("2026-09-21");
        var school = town.school();
        var child = town.child(school).attends(80.0).since("2026-09-01");
        var officer = town.officer(school);
        var followed = broughtIn(child, String.join(",", stage, step, officer.id(), orEmpty(since), orEmpty(date), "15:30", "Room 4", "Daniel Lee", "96", ""));

        followed.waitsAt(task).sent();
        assertThat(followed.hasTask(task).shows()).isNotEmpty();
        assertThat(followed.variable("attendance-intervention", "stage")).isEqualTo(stage);
        assertThat(followed.officer().person().id()).isEqualTo(officer.id());
        if (timer != null) {
            followed.waitsFor(timer).until(until);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    @Test
    void aDryRunListsWhatItWouldDoAndKeepsNothing() {
        town.itIs("2026-09-21");
        var child = town.child();
        var outcome = sent(true, child.pupil().upn() + ",Stage 1,meeting,,,2026-09-24,15:30,Room 4,Daniel Lee,,");

        assertThat(outcome.dryRun()).isTrue();
        assertThat(outcome.placed()).singleElement().satisfies(placed -> {
            assertThat(placed.standsAt()).isEqualTo("Record meeting outcome");
            assertThat(placed.upn()).isEqualTo(child.pupil().upn());
            assertThat(placed.caseReference()).isNull();
        });
        assertThat(cases.openCaseOf(child.id())).isEmpty();
        assertThat(town.engine().getRuntimeService().createProcessInstanceQuery().processDefinitionKey("attendance-intervention").count()).isZero();
    }

    @Test
    void whatCannotBeBroughtInIsSaidByLineAndReasonAndTheOthersAre() {
        town.itIs("2026-09-21");
        var one = town.child();
        var other = town.child();
        var outcome = sent(false,
                one.pupil().upn() + ",Stage 1,watch,,2026-09-10,,,,,,",
                one.pupil().upn() + ",Stage 1,watch,,2026-09-10,,,,,,",
                other.pupil().upn() + ",Stage 1,dancing,,2026-09-10,,,,,,",
                other.pupil().upn() + ",Stage 1,meeting,,,2026-09-10,half past,Room 4,Daniel Lee,,",
                other.pupil().upn() + ",Stage 1,plan,,2026-09-10,,,,,110,",
                other.pupil().upn() + ",Stage 1,plan,,,,,,,96,",
                "A000000000000,Stage 1,watch,,2026-09-10,,,,,,");

        assertThat(outcome.placed()).hasSize(1);
        assertThat(outcome.refused()).extracting(refused -> refused.line() + ": " + refused.reason()).satisfiesExactly(
                line -> assertThat(line).startsWith("3: ").contains("already has an open case"),
                line -> assertThat(line).isEqualTo("4: Step \"dancing\" is none of \"Stage 1\"'s: watch, meeting, plan, plan after interim review, monitoring"),
                line -> assertThat(line).isEqualTo("5: Time \"half past\" is not a time such as 15:30"),
                line -> assertThat(line).isEqualTo("6: Target 110 is more than 100 %"),
                line -> assertThat(line).isEqualTo("7: Since is empty"),
                line -> assertThat(line).isEqualTo("8: there is no pupil \"A000000000000\""));
    }

    @Test
    void aRowWithABadOfficerIsRefusedByItsLineAndTheGoodRowsAreIn() {
        town.itIs("2026-09-21");
        var school = town.school();
        var officer = town.officer(school);
        var children = List.of(town.child(school), town.child(school), town.child(school));
        var rows = new String[] {
            children.get(0).pupil().upn() + ",Stage 4,legal meeting to be booked," + officer.id() + ",,,,,,,",
            children.get(1).pupil().upn() + ",Stage 4,legal meeting to be booked,nobody,,,,,,,",
            children.get(2).pupil().upn() + ",Stage 4,evidence," + officer.id() + ",,,,,,,"};

        assertThat(sent(true, rows).refused()).extracting(refused -> refused.line() + ": " + refused.reason())
                .containsExactly("3: nobody is no officer: choose another.");
        var outcome = sent(false, rows);

        assertThat(outcome.refused()).extracting(refused -> refused.line() + ": " + refused.reason())
                .containsExactly("3: nobody is no officer: choose another.");
        assertThat(outcome.result().added()).isEqualTo(2);
        assertThat(cases.openCaseOf(children.get(0).id())).isPresent();
        assertThat(cases.openCaseOf(children.get(1).id())).isEmpty();
        traced(cases.openCaseOf(children.get(2).id()).orElseThrow()).waitsAt("prepare-prosecution");
    }

    @Test
    void theDryRunFindsWhatTheRowsBeforeWouldHaveTaken() {
        town.itIs("2026-09-21");
        var school = town.school();
        var officer = town.officer(1, school);
        var one = town.child(school);
        var other = town.child(school);
        var rows = new String[] {
            one.pupil().upn() + ",Stage 4,evidence," + officer.id() + ",,,,,,,",
            one.pupil().upn() + ",Stage 4,evidence," + officer.id() + ",,,,,,,",
            other.pupil().upn() + ",Stage 4,evidence," + officer.id() + ",,,,,,,"};

        var tried = sent(true, rows);
        var done = sent(false, rows);

        assertThat(tried.refused()).isEqualTo(done.refused()).hasSize(2).extracting(CasesUnderWay.Refused::line).containsExactly(3L, 4L);
        assertThat(tried.placed()).extracting(CasesUnderWay.Placed::standsAt).isEqualTo(done.placed().stream().map(CasesUnderWay.Placed::standsAt).toList());
    }

    @Test
    void aRowAtWhichAnythingFailsIsRefusedByItsLineTooAndTheFileIsSentAgain() {
        town.itIs("2026-09-21");
        var one = town.child();
        var other = town.child();
        var rows = new String[] {one.pupil().upn() + ",Stage 1,watch,,2026-09-10,,,,,,", other.pupil().upn() + ",Stage 1,watch,,2026-09-10,,,,,,"};
        var repository = town.engine().getRepositoryService();
        repository.suspendProcessDefinitionByKey("attendance-intervention");
        try {
            assertThat(sent(false, rows).refused()).hasSize(2).allSatisfy(refused -> assertThat(refused.reason()).startsWith("could not be brought in"))
                    .extracting(CasesUnderWay.Refused::line).containsExactly(2L, 3L);
        } finally {
            repository.activateProcessDefinitionByKey("attendance-intervention");
        }
        assertThat(cases.openCaseOf(one.id())).isEmpty();

        assertThat(sent(false, rows).placed()).hasSize(2);
    }

    @Test
    void fourThousandRowsAreNoSingleTransaction() {
        town.itIs("2026-09-21");
        var rows = Stream.generate(town::child).limit(3).map(child -> child.pupil().upn() + ",Stage 1,watch,,2026-09-10,,,,,,").toArray(String[]::new);

        assertThat(statements.of(() -> sent(true, rows)).transactions()).as("transactions of a dry run of three rows").isGreaterThan(3);
        assertThat(statements.of(() -> sent(false, rows)).transactions()).as("transactions of three rows").isGreaterThan(3);
    }
}
