package apws.procedure.trace;

import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.casework.Plans;
import apws.letter.Letters;
import apws.procedure.CaseStarts;
import apws.register.Registers;
import apws.register.Screening;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Job;
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
    Said said;
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
    Plans plans;
    @Autowired
    Screening screening;
    @Autowired
    TransactionTemplate transaction;

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

    /** A daily process starts by its own timer at that moment, and all of its steps are run. */
    void morning(String process, String moment) {
        town.itIs(LocalDateTime.parse(moment));
        var management = town.engine().getManagementService();
        management.executeJob(startTimer(process).getId());
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
}
