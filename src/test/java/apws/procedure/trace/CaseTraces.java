package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.casework.Plans;
import apws.letter.Letters;
import apws.officer.Allocations;
import apws.procedure.casework.CaseStarts;
import apws.procedure.letter.LettersToTray;
import apws.register.Registers;
import apws.register.Screening;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What every process test begins and ends with, and how it comes by a case. */
@ProcessTest
abstract class CaseTraces {

    @Autowired
    Town town;
    @Autowired
    StubbedRegister said;
    @Autowired
    Registers registers;
    @Autowired
    Cases cases;
    @Autowired
    CaseStarts starts;
    @Autowired
    Letters letters;
    @Autowired
    Entries entries;
    @Autowired
    Chronology chronology;
    @Autowired
    Allocations allocations;
    @Autowired
    Plans plans;
    @Autowired
    Screening screening;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    LettersToTray toTray;

    @BeforeEach
    void registersSayWhatTheTestSays() {
        said.beSaidBy(registers);
    }

    @AfterEach
    void nothingIsLeftForTheNextTest() {
        town.isCleared();
    }

    LocalDate today() {
        return town.today();
    }

    TracedCase traced(apws.casework.Case opened) {
        return new TracedCase(town, opened, cases, letters, chronology);
    }

    /** The school has decided on AL 1.1.0. */
    TracedCase madeAware(Child child) {
        return opened(child, "AL 1.1.0", Map.of());
    }

    /** The school has decided on AL 1.2.0 and fixed the meeting, at half past three in Room 4. */
    TracedCase invited(Child child, String meetingOn) {
        return opened(child, "AL 1.2.0", Map.of("meetingOn", meetingOn, "meetingTime", "15:30", "meetingPlace", "Room 4",
                "meetingWith", "Daniel Lee"));
    }

    private TracedCase opened(Child child, String letter, Map<String, String> meeting) {
        return traced(transaction.execute(status -> starts.start(child.id(), letter, meeting, "lead-" + child.pupil().schoolCode())));
    }

    /** The meeting was held today, Early Help was undertaken, and a plan from that day agreed. */
    TracedCase planned(Child child, String planStart) {
        var followed = invited(child, today().toString());
        followed.school().completes("record-meeting-outcome", Filled.meetingHeld(child, today()))
                .completes("undertake-early-help", Filled.earlyHelp(today()))
                .completes("agree-plan", Filled.plan(today(), planStart));
        return followed;
    }

    /** Improved after two and after four weeks of a plan from today on; monitored since. */
    TracedCase monitored(Child child) {
        var followed = planned(child, today().toString());
        followed.waitsFor("interim-review-due").passes();
        followed.school().completes("hold-interim-review", Filled.improved(today()));
        followed.waitsFor("four-week-review-due").passes();
        followed.school().completes("hold-four-week-review", Filled.improved(today()));
        return followed;
    }

    /** The case has come to Stage 2 today; an officer has room for it. */
    TracedCase referred(Child child) {
        town.officer();
        return referredWithoutOfficer(child);
    }

    TracedCase referredWithoutOfficer(Child child) {
        return begun("stage-2-fast-track", "Stage 2", child, Map.of(), reference -> { });
    }

    /** A process of that stage as the journey calls it, once the case has an officer. */
    TracedCase inStage(String process, String stage, Child child, Map<String, Object> more) {
        town.officer();
        return begun(process, stage, child, more, reference -> allocations.allocate(reference, "a test"));
    }

    private TracedCase begun(String process, String stage, Child child, Map<String, Object> more, Consumer<String> before) {
        var school = child.pupil().schoolCode();
        return traced(transaction.execute(status -> {
            var opened = cases.open(child.id(), school, "a test");
            var variables = new HashMap<String, Object>(more);
            variables.putAll(Map.of("caseReference", opened.reference(), "pupilId", child.id(), "pupilName", child.pupil().name(),
                    "schoolCode", school, "schoolName", "School " + school, "schoolGroup", "school-" + school, "stage", stage));
            before.accept(opened.reference());
            town.engine().getRuntimeService().startProcessInstanceByKey(process, opened.reference(), variables);
            return opened;
        }));
    }

    /** Accepted, and the warning issued today with an invitation for that day. */
    TracedCase warned(Child child, String meetingOn) {
        var followed = referred(child);
        followed.office().completes("receive-referral", Filled.received()).completes("check-criteria", Filled.accepted());
        followed.officer().completes("arrange-initial-meeting", Filled.initialMeeting(meetingOn));
        return followed;
    }

    /** The warning was posted today, and its posting recorded. */
    TracedCase invitedToInitialMeeting(Child child, String meetingOn) {
        var followed = warned(child, meetingOn);
        followed.office().completes("record-posting", Filled.posted(child, today().toString()));
        return followed;
    }

    /** Warned two weeks before, both parents came on that day and signed the plan. */
    TracedCase onFastTrack(Child child, String signedOn) {
        town.itIs(LocalDate.parse(signedOn).minusDays(14).toString());
        var followed = invitedToInitialMeeting(child, signedOn);
        town.itIs(signedOn);
        followed.officer().completes("hold-initial-meeting", Filled.initialMeetingHeld(child, today()))
                .completes("agree-fast-track-plan", Filled.fastTrackPlan(today(), signedOn));
        return followed;
    }

    /** A case of Stage 3, whose panel is to be booked. */
    TracedCase inStage3(Child child) {
        return inStage("stage-3-attendance-panel", "Stage 3", child, Map.of());
    }

    /** The panel sat today without the father, agreed a plan from today on, and its review for that day at two. */
    TracedCase panelAgreed(Child child, String reviewOn) {
        var followed = inStage3(child);
        var day = today();
        town.itIs(day.minusDays(21).toString());
        followed.worker("apws-office").completes("book-panel", AtPanel.booked(day));
        town.itIs(day.toString());
        followed.worker("panel-chair").completes("hold-panel", AtPanel.held(child, day))
                .completes("agree-panel-plan", AtPanel.plan(day, day.toString()))
                .completes("agree-panel-review", AtPanel.reviewAgreed(child, reviewOn));
        return followed;
    }

    /** Not improved at the review of such a panel, and both parents are to be interviewed. */
    TracedCase bothSuspected(Child child) {
        var followed = panelAgreed(child, today().plusDays(30).toString());
        followed.waitsFor("panel-review-due").passes();
        followed.officer().completes("hold-panel-review", AtPanel.notImproved(child, today(), "yes", "yes"));
        return followed;
    }

    /** Today somebody writes down which marks a parent says are wrong. */
    void disputed(TracedCase followed, TracedCase.Worker by, String... sessions) {
        by.person().starts("record-mark-dispute", Map.of("caseReference", followed.reference()));
        by.completes("write-dispute-down", Filled.markDispute(today(), sessions));
    }

    /** The open task of that name which is about that parent of the child. */
    Task taskFor(TracedCase followed, String task, Child child, int parent) {
        var parentId = child.parents().get(parent).id();
        var found = followed.tasks().taskDefinitionKey(task).list().stream()
                .filter(one -> parentId.equals(town.engine().getTaskService().getVariable(one.getId(), "parentId"))).toList();
        assertThat(found).as("tasks %s for parent %d of case %s", task, parent, followed).hasSize(1);
        return found.get(0);
    }

    /** What goes on after a task in a transaction of its own does so. */
    void goesOn(TracedCase followed) {
        var management = town.engine().getManagementService();
        followed.everyInstanceSoFar().forEach(id -> management.createJobQuery().processInstanceId(id).messages().list()
                .forEach(job -> management.executeJob(job.getId())));
    }

    /** A daily process starts by its own timer at that moment, and all of its steps are run. */
    void morning(String process, String moment) {
        town.itIs(LocalDateTime.parse(moment));
        var management = town.engine().getManagementService();
        var timer = startTimer(process);
        assertThat(TracedCase.moment(timer.getDuedate()).toLocalTime()).as("when %s starts by itself", process)
                .isEqualTo(LocalDateTime.parse(moment).toLocalTime());
        management.executeJob(timer.getId());
        for (var job = step(process); job.isPresent(); job = step(process)) {
            management.executeJob(job.get().getId());
        }
    }

    Job startTimer(String process) {
        return town.engine().getManagementService().createJobQuery().processDefinitionKey(process).timers().list().stream()
                .filter(timer -> timer.getProcessInstanceId() == null).findFirst().orElseThrow();
    }

    private Optional<Job> step(String process) {
        return town.engine().getManagementService().createJobQuery().processDefinitionKey(process).messages().list().stream().findFirst();
    }

    /** Rendered, and brought to the tray. */
    void goesOut(long letterId) {
        var process = town.engine().getRuntimeService().createProcessInstanceQuery().processDefinitionKey("send-letter")
                .variableValueEquals("letterId", letterId).singleResult().getId();
        town.engine().getManagementService().executeJob(
                town.engine().getManagementService().createJobQuery().processInstanceId(process).singleResult().getId());
        toTray.bringAll();
    }
}
