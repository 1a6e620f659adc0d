package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Roles;
import apws.letter.TrueLetters;
import apws.officer.Allocations;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The journey of a case through its stages: the diagram attendance-intervention. */
class JourneyTest extends CaseTraces {

    @Autowired
    private Allocations allocations;
    private Person officer;
    private long lettersBefore;

    @BeforeEach
    void lettersSoFar() {
        lettersBefore = TrueLetters.last(town.database());
    }

    @AfterEach
    void noLetterStatesWhatItsRecordDenies() {
        assertThat(TrueLetters.denied(town.database(), lettersBefore)).isEmpty();
    }

    @Test
    void S1_01_aCaseIsAProcessInstanceUnderItsReferenceInEverythingThatItCalls() {
        town.itIs("2026-09-10");
        var child = town.child();
        var followed = monitored(child);

        for (var process : new String[] {"attendance-intervention", "stage-1-school-intervention", "monitoring"}) {
            assertThat(followed.instance(process).getBusinessKey()).isEqualTo(followed.reference());
            assertThat(followed.variable(process, "caseReference")).isEqualTo(followed.reference());
            assertThat(followed.variable(process, "pupilId")).isEqualTo(child.id());
            assertThat(followed.variable(process, "pupilName")).isEqualTo("Ada Moss");
            assertThat(followed.variable(process, "schoolCode")).isEqualTo(child.pupil().schoolCode());
            assertThat(followed.variable(process, "schoolName")).isEqualTo("School " + child.pupil().schoolCode());
            assertThat(followed.variable(process, "schoolGroup")).isEqualTo("school-" + child.pupil().schoolCode());
            assertThat(followed.variable(process, "stage")).isEqualTo("Stage 1");
        }
        followed.tells("S1-01, S1-02", "Case opened", "lead-" + child.pupil().schoolCode());
    }

    @Test
    void S1_09_aCaseThatEndsInStage1IsClosed() {
        town.itIs("2026-09-10");
        var followed = monitored(town.child().attends(88).since("2026-09-01").attends(100).since("2026-09-10"));
        followed.school().completes("watch-attendance").completes("review-monitoring", Filled.regular());

        followed.isClosed("Regular attendance achieved").tells("S1-09", "Case closed: Regular attendance achieved",
                followed.school().person().id());
        assertThat(letters.ofCase(followed.reference())).isNotEmpty();
    }

    @Test
    void S2_01_aReferralGoesOnInStage2() {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        followed.school().completes("support-pupil").completes("hold-interim-review", Filled.notImproved(today()))
                .completes("refer-to-apws", Filled.referral(today()));

        followed.waitsAt("receive-referral").hasTask("receive-referral").with(Roles.APWS_OFFICE);
        stands(followed, "stage-2-fast-track", "Stage 2");
    }

    @ParameterizedTest
    @CsvSource({
        "Stage 1, stage-1-school-intervention, decide-after-watch",
        "Stage 2, stage-2-fast-track, receive-referral",
        "Stage 3, stage-3-attendance-panel, book-panel",
        "Stage 4, stage-4-prosecution, book-legal-meeting"})
    void aCaseBeginsInTheStageItIsBroughtInAt(String stage, String process, String task) {
        var followed = begunIn(stage);

        followed.waitsAt(task).sent();
        stands(followed, process, stage);
    }

    @ParameterizedTest
    @CsvSource({
        "Stage 1, stage-1-school-intervention, referred,     Stage 2, stage-2-fast-track,         receive-referral",
        "Stage 2, stage-2-fast-track,          stage3,       Stage 3, stage-3-attendance-panel,   book-panel",
        "Stage 2, stage-2-fast-track,          backToSchool, Stage 1, stage-1-school-intervention, decide-after-watch",
        "Stage 3, stage-3-attendance-panel,    stage4,       Stage 4, stage-4-prosecution,        book-legal-meeting",
        "Stage 4, stage-4-prosecution,         continued,    Stage 4, stage-4-prosecution,        book-legal-meeting"})
    void whatCameOfAStageSaysWhichFollows(String stage, String process, String outcome, String next, String nextProcess, String task) {
        var followed = begunIn(stage);
        var before = followed.instance(process).getId();
        ends(followed, process, outcome);

        followed.waitsAt(task);
        stands(followed, nextProcess, next);
        assertThat(followed.instance(nextProcess).getId()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "Stage 1, stage-1-school-intervention, S1-09",
        "Stage 2, stage-2-fast-track, S2-11",
        "Stage 3, stage-3-attendance-panel, S3-10",
        "Stage 4, stage-4-prosecution, S4-10"})
    void aCaseThatIsRegularInAnyStageIsClosed(String stage, String process, String step) {
        var followed = begunIn(stage);
        ends(followed, process, "regular");

        followed.isClosed("Regular attendance achieved").tells(step, "Case closed: Regular attendance achieved", "system");
    }

    @Test
    void S2_03_aCaseThatComesBackToSchoolIsWatchedFromThatDay() {
        var followed = begunIn("Stage 2");
        town.itIs("2026-09-28");
        ends(followed, "stage-2-fast-track", "backToSchool");

        assertThat(followed.variable("stage-1-school-intervention", "watchFrom")).isEqualTo("2026-09-28");
        followed.hasTask("decide-after-watch").withTheSchool();
    }

    @Test
    void S4_01_theSuspectedParentsAreHandedOnFromStage3() {
        var followed = begunIn("Stage 3");
        town.engine().getRuntimeService().setVariable(followed.instance("stage-3-attendance-panel").getId(), "suspects",
                SpinValues.jsonValue("[{\"parentId\": \"7\", \"name\": \"Ms R Moss\"}]").create());
        ends(followed, "stage-3-attendance-panel", "stage4");

        assertThat(followed.variable("stage-4-prosecution", "suspects").toString()).contains("Ms R Moss");
    }

    @Test
    void whatTasklistReadsOfAListIsItsTextThoughTheFactsHaveReadIt() {
        var followed = begunIn("Stage 3");
        town.engine().getRuntimeService().setVariable(followed.instance("stage-3-attendance-panel").getId(), "suspects",
                SpinValues.jsonValue("[{\"parentId\": \"7\"}]").create());
        var task = followed.hasTask("book-panel").task().getId();
        var shown = followed.office().person().as(() -> town.engine().getFormService().getTaskFormVariables(task, null, false));

        assertThat(shown.<JsonValue>getValueTyped("suspects").isDeserialized()).isFalse();
        assertThat(shown.<JsonValue>getValueTyped("suspects").getValueSerialized()).contains("parentId");
    }

    @Test
    void settlement_13_theOfficerLooksAtATimeLimitWhileTheStageGoesOn() {
        var followed = begunIn("Stage 2");
        town.itIs("2026-09-15");
        near(followed);

        followed.waitsAt("receive-referral", "act-on-time-limit").hasTask("act-on-time-limit").with(officer).dueOn("2026-09-18");
        followed.officer().completes("act-on-time-limit", Filled.fasterNow());
        followed.waitsAt("receive-referral");
    }

    @Test
    void settlement_13_aTimeLimitThatNobodyLookedAtEndsWithTheCase() {
        var followed = begunIn("Stage 2");
        near(followed);
        var instances = followed.everyInstanceSoFar();
        ends(followed, "stage-2-fast-track", "regular");

        followed.isClosed("Regular attendance achieved").leavesNothingBehind(instances);
    }

    private void near(TracedCase of) {
        town.engine().getRuntimeService().createMessageCorrelation("time-limit-near").processInstanceBusinessKey(of.reference()).correlate();
    }

    private TracedCase begunIn(String stage) {
        town.itIs("2026-09-10");
        var school = town.school();
        var child = town.child(school);
        officer = town.officer(school);
        return traced(transaction.execute(status -> starts.startIn(stage, child.id(), "Brought in", "already under way", "a test",
                opened -> allocations.allocate(opened.reference(), "a test"))));
    }

    private void stands(TracedCase followed, String process, String stage) {
        assertThat(followed.variable(process, "stage")).isEqualTo(stage);
        assertThat(followed.variable("attendance-intervention", "stage")).isEqualTo(stage);
    }

    /** The stage comes to its end with that outcome, as its own tests see it do. */
    private void ends(TracedCase followed, String process, String outcome) {
        var runtime = town.engine().getRuntimeService();
        var stage = followed.instance(process);
        runtime.setVariable(stage.getId(), "stageOutcome", outcome);
        var end = town.engine().getRepositoryService().getBpmnModelInstance(stage.getProcessDefinitionId()).getModelElementsByType(EndEvent.class)
                .stream().filter(event -> event.getParentElement() instanceof Process).findFirst().orElseThrow();
        var change = runtime.createProcessInstanceModification(stage.getId());
        for (var waiting : runtime.getActivityInstance(stage.getId()).getChildActivityInstances()) {
            change.cancelActivityInstance(waiting.getId());
        }
        change.startBeforeActivity(end.getId()).execute();
    }
}
