package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import apws.access.Roles;
import apws.officer.Allocation;
import apws.officer.Allocation.Rule;
import apws.officer.Allocations;
import apws.pupil.School;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whose cases and tasks they are (S2-04): the diagrams reallocate-case, hand-over-caseload, declare-conflict and record-officer-absence.
 * What officers have to do meanwhile is the diagram of this test alone: the case is allocated by the rule, then a visit and a report are theirs.
 */
class OfficersTest extends CaseTraces {

    @Autowired
    private Allocations allocations;

    private String deployment;
    private School school;
    private Person manager;

    @BeforeEach
    void aSchoolDay() {
        deployment = town.engine().getRepositoryService().createDeployment()
                .addClasspathResource("officer/officer-tasks.bpmn").deploy().getId();
        town.itIs("2026-09-10");
        school = town.school();
        manager = town.of(Roles.SERVICE_MANAGER);
    }

    @AfterEach
    void takeTheDiagramAway() {
        town.engine().getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void S2_04_aReallocatedCaseGoesToTheOtherOfficerWithItsOpenTasks() {
        var asha = town.officer(school);
        var ben = town.officer();
        var followed = referred();
        followed.hasTask("visit-family").with(asha);
        asha.finds(followed.tasks(), "visit-family");
        manager.starts("reallocate-case", Filled.reallocation(followed.reference(), ben));
        followed.hasTask("visit-family").with(ben);
        assertThat(asha.seesAmong(followed.tasks())).as("what the officer before sees").isEmpty();
        assertThat(allocations.history(followed.reference())).extracting(Allocation::officer, Allocation::rule, Allocation::reason,
                Allocation::handoverNote, Allocation::by).element(1).isEqualTo(
                        tuple(ben.id(), Rule.BY_HAND, "Knows the family", "A visit is arranged", manager.id()));
        followed.tells("S2-04", "by hand, with a caseload of 0 before: Knows the family", manager.id())
                .officer().completes("visit-family");
        followed.hasTask("write-report").with(ben);
    }

    @Test
    void S2_04_whomTheRuleWouldNotTakeCannotBeChosenByHandEither() {
        town.officer(school);
        var full = town.officer(0);
        var followed = referred();
        assertThatThrownBy(() -> manager.starts("reallocate-case", Filled.reallocation(followed.reference(), full)))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("limit of 0 allows");
        var inConflict = Filled.reallocation(followed.reference(), full).with("conflict", "declared");
        assertThatThrownBy(() -> manager.starts("reallocate-case", inConflict))
                .isInstanceOf(FormFieldValidationException.class).hasMessageContaining("choose another officer");
        assertThat(entries.newest(followed.reference(), "reallocate-case")).as("nothing of it is kept").isEmpty();
        manager.starts("reallocate-case", Filled.reallocation(followed.reference(), full).with("newLimit", 1));
        followed.hasTask("visit-family").with(full);
    }

    @Test
    void S2_04_aLeaversWholeCaseloadGoesByTheRuleOpenTasksIncluded() {
        var asha = town.officer(school);
        var followed = List.of(referred(), referred(), referred());
        var ofTheOffice = madeAware(town.child(school));
        claimedFromAGroup(ofTheOffice, asha);
        var ben = town.officer(2, school);
        var cleo = town.officer();
        deputy().starts("hand-over-caseload", Filled.leaving(asha, today()));
        assertThat(followed).extracting(one -> one.hasTask("visit-family").task().getAssignee())
                .containsExactly(ben.id(), ben.id(), cleo.id());
        assertThat(tasks().createTaskQuery().taskAssignee(asha.id()).list()).as("what is still the leaver's").isEmpty();
        assertThat(tasks().createTaskQuery().processInstanceBusinessKey(ofTheOffice.reference())
                .taskDefinitionKey("wait-for-an-officer").taskUnassigned().taskCandidateGroup(Roles.SERVICE_MANAGER).count()).isOne();
        followed.get(0).tells("S2-04", "Handed over from Officer", deputy().id());
        assertThat(handingsOver().list()).isEmpty();
        var next = referred();
        next.hasTask("visit-family").with(cleo);
    }

    @Test
    void S2_04_aLeaversCasesThatNobodyCanTakeWaitWithTheServiceManager() {
        var asha = town.officer(school);
        var first = referred();
        var second = referred();
        var third = referred();
        var ben = town.officer(1);
        manager.starts("hand-over-caseload", Filled.leaving(asha, today()).with("officer", ben.id()));
        first.hasTask("visit-family").with(ben);
        assertThat(manager.seesAmong(second.tasks())).as("the leaver's own task is shown to the manager").hasSize(1);
        var waiting = manager.finds(handingsOver(), "place-remaining-cases");
        assertThat(TracedCase.moment(waiting.getDueDate())).isEqualTo(TracedCase.at("2026-09-11", LocalTime.of(17, 0)));
        var shown = manager.as(() -> town.engine().getFormService().getTaskFormVariables(waiting.getId()));
        assertThat(shown.get("casesLeft").toString()).contains(second.reference(), third.reference()).doesNotContain(first.reference());
        manager.completes(handingsOver(), "place-remaining-cases", Filled.placing(ben).with("newLimit", 2));
        second.hasTask("visit-family").with(ben);
        manager.completes(handingsOver(), "place-remaining-cases", Filled.placing(ben).with("newLimit", 3));
        third.hasTask("visit-family").with(ben);
        assertThat(handingsOver().list()).isEmpty();
        assertThat(allocations.caseloadOf(asha.id())).isZero();
    }

    @Test
    void S2_04_aLeaverIsNobodysStandInAnyMore() {
        var asha = town.officer(school);
        var ben = town.officer();
        var followed = referred();
        absent(asha, "2026-09-10", "2026-09-18", ben);
        passes("absence-begins");
        followed.hasTask("visit-family").with(ben);
        manager.starts("hand-over-caseload", Filled.leaving(ben, today()));
        followed.hasTask("visit-family").with(asha);
    }

    @Test
    void S2_04_aConflictOfInterestHandsTheCaseToAnother() {
        var asha = town.officer(school);
        var ben = town.officer();
        var followed = referred();
        asha.starts("declare-conflict", Filled.conflict(followed.reference(), asha));
        followed.hasTask("visit-family").with(ben);
        followed.tells("S2-04", "has a conflict of interest", asha.id()).tells("S2-04", "Handed over from", asha.id());
        assertThat(followed.chronology()).as("the case's story keeps the officer's own affairs out")
                .noneMatch(line -> line.what().contains("neighbour"));
        assertThat(asha.seesAmong(followed.tasks())).isEmpty();
        assertThatThrownBy(() -> manager.starts("reallocate-case", Filled.reallocation(followed.reference(), asha)))
                .hasMessageContaining("conflict of interest");
    }

    @Test
    void S2_04_aConflictOfAnotherOfficerMovesNothing() {
        var asha = town.officer(school);
        var ben = town.officer();
        var followed = referred();
        ben.starts("declare-conflict", Filled.conflict(followed.reference(), ben));
        followed.hasTask("visit-family").with(asha);
        followed.waitsAt("visit-family", "watch-over");
    }

    @Test
    void S2_04_whereNobodyElseIsFreeTheServiceManagerAllocatesByHand() {
        var asha = town.officer(school);
        var full = town.officer(0);
        var followed = referred();
        manager.starts("declare-conflict", Filled.conflict(followed.reference(), asha));
        followed.tells("S2-04", "No officer is free", manager.id()).hasTask("allocate-by-hand").dueOn("2026-09-11");
        var byHand = followed.worker(Roles.SERVICE_MANAGER_DEPUTY);
        var task = followed.hasTask("allocate-by-hand").task().getId();
        assertThat(byHand.person().as(() -> town.engine().getFormService().getTaskFormVariables(task)))
                .containsKey("officersToChoose").extractingByKey("allocationText").asString().contains("by the school's patch");
        byHand.isRefused("allocate-by-hand", Filled.byHand(full), "limit of 0")
                .isRefused("allocate-by-hand", Filled.byHand(asha), "conflict")
                .completes("allocate-by-hand", Filled.byHand(full).with("newLimit", 5));
        followed.hasTask("visit-family").with(full);
        followed.waitsAt("visit-family", "watch-over");
    }

    @Test
    void S2_04_aCaseThatHasEndedNeedsNoOtherOfficer() {
        var asha = town.officer(school);
        var followed = referred();
        manager.starts("declare-conflict", Filled.conflict(followed.reference(), asha));
        followed.hasTask("allocate-by-hand");
        town.engine().getRuntimeService().createMessageCorrelation("case-ended")
                .processInstanceBusinessKey(followed.reference()).correlateAll();
        followed.waitsAt("visit-family", "watch-over");
    }

    @Test
    void S2_04_theStandInDoesTheTasksFromTheFirstDayAwayToTheLast() {
        var asha = town.officer(school);
        var ben = town.officer();
        var followed = referred();
        absent(asha, "2026-09-14", "2026-09-18", ben);
        followed.tells("S2-04", "is away from 2026-09-14 to 2026-09-18", manager.id()).hasTask("visit-family").with(asha);
        passes("absence-begins");
        assertThat(today()).isEqualTo("2026-09-14");
        followed.hasTask("visit-family").with(ben);
        followed.officer().completes("visit-family");
        followed.hasTask("write-report").with(ben);
        var cleo = town.officer();
        referred().hasTask("visit-family").with(ben);
        passes("absence-ends");
        assertThat(today()).as("the day after, a Saturday").isEqualTo("2026-09-19");
        followed.hasTask("write-report").with(asha);
        assertThat(ben.seesAmong(followed.tasks())).isEmpty();
        assertThat(allocations.history(followed.reference())).as("whose case it has been").extracting(Allocation::officer)
                .containsExactly(asha.id());
        assertThat(cleo.seesAmong(followed.tasks())).isEmpty();
    }

    @Test
    void S2_04_anAbsenceRecordedAgainHoldsAsItWasRecordedLast() {
        var asha = town.officer(school);
        var ben = town.officer();
        var cleo = town.officer();
        var followed = referred();
        absent(asha, "2026-09-10", "2026-09-18", ben);
        passes("absence-begins");
        followed.hasTask("visit-family").with(ben);
        absent(asha, "2026-09-10", "2026-09-25", cleo);
        followed.hasTask("visit-family").with(cleo);
        passes("absence-begins");
        passes("absence-ends");
        followed.hasTask("visit-family").with(cleo);
        passes("absence-ends");
        assertThat(today()).isEqualTo("2026-09-26");
        followed.hasTask("visit-family").with(asha);
    }

    @Test
    void S2_04_aStandInWhoIsAwayAsWellIsSentBack() {
        var asha = town.officer(school);
        var ben = town.officer();
        absent(ben, "2026-09-14", "2026-09-18", asha);
        assertThatThrownBy(() -> absent(asha, "2026-09-15", "2026-09-16", ben)).isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("away as well");
        assertThatThrownBy(() -> absent(asha, "2026-09-15", "2026-09-16", asha)).hasMessageContaining("must be somebody else");
        assertThatThrownBy(() -> absent(asha, "2026-09-16", "2026-09-15", town.officer())).hasMessageContaining("cannot be before");
    }

    @Test
    void S2_04_aHundredReferralsOnEightThreadsGoOverNobodysLimit() throws Exception {
        var asha = town.officer(30, school);
        var ben = town.officer(40);
        var followed = IntStream.range(0, 100).mapToObj(number -> madeAware(town.child(school))).toList();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var work = followed.stream().<Callable<Object>>map(one -> () -> refer(one)).toList();
            for (var done : new ArrayList<>(threads.invokeAll(work))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(allocations.caseloadOf(asha.id())).isEqualTo(30);
        assertThat(allocations.caseloadOf(ben.id())).isEqualTo(40);
        assertThat(tasks().createTaskQuery().taskDefinitionKey("visit-family").taskAssignee(asha.id()).count()).isEqualTo(30);
        assertThat(tasks().createTaskQuery().taskDefinitionKey("visit-family").taskAssignee(ben.id()).count()).isEqualTo(40);
        assertThat(tasks().createTaskQuery().taskDefinitionKey("wait-for-an-officer").taskCandidateGroup(Roles.SERVICE_MANAGER).count())
                .as("those that wait").isEqualTo(30);
    }

    /** A case whose officer has to visit the family. */
    private TracedCase referred() {
        var followed = madeAware(town.child(school));
        refer(followed);
        return followed;
    }

    private Object refer(TracedCase followed) {
        return town.engine().getRuntimeService().startProcessInstanceByKey("officer-tasks", followed.reference(),
                Map.of("caseReference", followed.reference()));
    }

    /** A task of a group, in a case of nobody's, that this person has taken on. */
    private void claimedFromAGroup(TracedCase of, Person by) {
        town.engine().getRuntimeService().createProcessInstanceByKey("officer-tasks").businessKey(of.reference())
                .setVariable("caseReference", of.reference()).startBeforeActivity("wait-for-an-officer").execute();
        tasks().claim(of.hasTask("wait-for-an-officer").task().getId(), by.id());
    }

    private void absent(Person officer, String from, String to, Person standIn) {
        manager.starts("record-officer-absence", Filled.absence(officer, from, to, standIn));
    }

    /** Of all absences, the timer of that name that is due first. */
    private void passes(String timer) {
        Job due = town.engine().getManagementService().createJobQuery().timers().activityId(timer).orderByJobDuedate().asc().list().get(0);
        if (due.getDuedate().toInstant().isAfter(town.now())) {
            town.itIs(due.getDuedate().toInstant());
        }
        town.engine().getManagementService().executeJob(due.getId());
    }

    private Person deputy() {
        return town.of(Roles.SERVICE_MANAGER_DEPUTY);
    }

    private TaskQuery handingsOver() {
        return tasks().createTaskQuery().processDefinitionKey("hand-over-caseload");
    }

    private TaskService tasks() {
        return town.engine().getTaskService();
    }
}
