package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.casework.CaseAlreadyOpen;
import apws.casework.ChronologyLine;
import apws.letter.Letter;
import apws.procedure.gate.EntryRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What must happen once happens once, also when two do it in the same moment. */
class AtOnceTest extends CaseTraces {

    private static final int MOST_TRIES = 5;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void twoScreeningsGiveOneRunAndOneOpenListPerSchool() throws Exception {
        town.itIs("2026-09-21");
        var child = town.child();
        town.register(child, "2026-09-03", "2026-09-18", 3);
        var one = runtime().startProcessInstanceByKey("attendance-screening");
        var other = runtime().startProcessInstanceByKey("attendance-screening");
        for (var step : List.of("screen-pupils", "offer-candidates", "watch-open-cases")) {
            whileTheOneIsAboutToCommit(step, one, other);
        }

        assertThat(town.database().sql("select count(*) from screening_run").query(Long.class).single()).isEqualTo(1);
        assertThat(town.engine().getTaskService().createTaskQuery().processInstanceBusinessKey("SCHOOL-" + child.pupil().schoolCode())
                .list())
                .as("open lists").hasSize(1);
    }

    /** The second runs the step while the first has run it and has not committed. */
    private void whileTheOneIsAboutToCommit(String step, ProcessInstance one, ProcessInstance other) throws Exception {
        var theOthers = new ArrayList<Future<?>>();
        transaction.executeWithoutResult(status -> {
            run(step, one);
            theOthers.add(threads.submit(() -> run(step, other)));
            try {
                theOthers.get(0).get(300, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waitsForItsTurn) {
                // as it should where there is something to wait for
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
        theOthers.get(0).get(30, TimeUnit.SECONDS);
    }

    private void run(String step, ProcessInstance of) {
        Job job = town.engine().getManagementService().createJobQuery().processInstanceId(of.getId()).singleResult();
        assertThat(runtime().getActiveActivityIds(of.getId())).containsExactly(step);
        town.engine().getManagementService().executeJob(job.getId());
    }

    @Test
    void aTaskSentInTwiceIsDoneOnceAndRecordedOnce() throws Exception {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        var task = followed.hasTask("support-pupil").task().getId();
        var person = followed.school().person();
        var outcomes = both(() -> person.as(() -> {
            town.engine().getTaskService().complete(task, Map.of("note", "done"));
            return null;
        }));

        assertThat(outcomes).filteredOn(outcome -> outcome != null).singleElement().isInstanceOf(EntryRefused.class);
        assertThat(entries.of(followed.reference())).filteredOn(entry -> entry.form().equals("support-pupil")).hasSize(1);
        followed.waitsAt("hold-interim-review");
    }

    @Test
    void twoWhoSendTheSameFormOfACaseAtOnceEachHaveTheirOwnRecorded() {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        var lead = followed.school().person();
        FlowRecorder.meanwhile("record-contact", "contact-had-to-write-contact-down", () -> waitedFor(threads.submit(() ->
                lead.starts("record-contact", Filled.contact(followed.reference(), today(), "said in between")))));

        lead.starts("record-contact", Filled.contact(followed.reference(), today(), "said before"));

        assertThat(followed.chronology()).filteredOn(line -> line.step().equals("Contact")).extracting(ChronologyLine::what)
                .satisfiesExactlyInAnyOrder(what -> assertThat(what).endsWith("said before"), what -> assertThat(what).endsWith("said in between"));
    }

    private static void waitedFor(Future<?> work) {
        try {
            work.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPupilGetsOneCaseHoweverManyOpenOne() throws Exception {
        town.itIs("2026-09-10");
        var child = town.child();
        var outcomes = both(() -> transaction.execute(status -> starts.start(child.id(), "AL 1.1.0", Map.of(), "somebody")));

        assertThat(outcomes).filteredOn(outcome -> outcome != null).singleElement().isInstanceOf(CaseAlreadyOpen.class);
        assertThat(cases.ofPupil(child.id())).hasSize(1);
        assertThat(runtime().createProcessInstanceQuery().processDefinitionKey("attendance-intervention")
                .variableValueEquals("pupilId", child.id()).count()).isEqualTo(1);
    }

    @Test
    void theReviewAndTheTimerThatBringsItOpenOneReview() throws Exception {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        var task = followed.hasTask("support-pupil").task().getId();
        var timer = followed.waitsFor("interim-review-due").job().getId();
        var person = followed.school().person();
        both(() -> person.as(() -> {
            town.engine().getTaskService().complete(task, Map.of());
            return null;
        }), () -> {
            town.engine().getManagementService().executeJob(timer);
            return null;
        });

        followed.waitsAt("hold-interim-review");
    }

    /** Each is tried again where the other was first, as the engine's own threads try again what met somebody else. */
    @RepeatedTest(20)
    void settlement_16_aLetterThatLeavesWhileItsCaseIsWithdrawnEitherWentOutOnceOrNever() throws Exception {
        town.itIs("2026-09-10");
        var followed = madeAware(town.child());
        var letter = followed.letters().get(0).id();
        followed.school().person().starts("withdraw-case", Filled.withdrawal(followed.reference(), today(), "Moved away"));
        var told = jobOf(followed.instance("attendance-intervention").getId());
        var process = runtime().createProcessInstanceQuery().processDefinitionKey("send-letter").variableValueEquals("letterId", letter)
                .singleResult().getId();
        both(untilNobodyIsMet(told), untilNobodyIsMet(jobOf(process)));
        toTray.bringAll();

        var after = letters.get(letter);
        assertThat(after.status()).isIn(Letter.Status.KEPT_BACK, Letter.Status.HANDED_OVER);
        assertThat(after.trayDay() == null).as("never in the tray").isEqualTo(after.status() == Letter.Status.KEPT_BACK);
        assertThat(runtime().createProcessInstanceQuery().processInstanceId(process).count())
                .as("the letter is followed").isEqualTo(after.status() == Letter.Status.KEPT_BACK ? 0 : 1);
        followed.isClosed("Moved away");
    }

    private String jobOf(String instance) {
        return town.engine().getManagementService().createJobQuery().processInstanceId(instance).singleResult().getId();
    }

    private Callable<?> untilNobodyIsMet(String job) {
        return () -> {
            var management = town.engine().getManagementService();
            for (int tries = 0; tries < MOST_TRIES && management.createJobQuery().jobId(job).count() > 0; tries++) {
                try {
                    management.executeJob(job);
                } catch (RuntimeException metSomebody) {
                    // the other was first, or holds what is needed: once more, if it is still there to do
                }
            }
            return null;
        };
    }

    @RepeatedTest(20)
    void twoParentsInterviewsRecordedAtOnceAreBothRecorded() throws Exception {
        town.itIs("2026-10-01");
        var child = town.child().missed("2026-09-21", "2026-09-22");
        var followed = bothSuspected(child);
        var day = today().plusDays(14);
        followed.officer().person().as(() -> {
            for (int parent : List.of(0, 1)) {
                town.engine().getTaskService().complete(taskFor(followed, "arrange-interview", child, parent).getId(),
                        AtPanel.interviewArranged(day.toString(), "10:00"));
            }
            return null;
        });
        town.itIs(day.toString());
        var outcomes = both(recording(followed, child, 0, AtPanel.interviewed(day)),
                recording(followed, child, 1, AtPanel.didNotCome(day)));

        assertThat(outcomes).containsOnlyNulls();
        goesOn(followed);
        followed.waitsAt("decide-after-interviews");
        assertThat(entries.of(followed.reference())).filteredOn(entry -> entry.form().equals("record-interview")).hasSize(2);
    }

    private Callable<?> recording(TracedCase followed, Child child, int parent, Map<String, Object> answers) {
        var task = taskFor(followed, "record-interview", child, parent).getId();
        var officer = followed.officer().person();
        return () -> officer.as(() -> {
            town.engine().getTaskService().complete(task, answers);
            return null;
        });
    }

    /** What each of the two ended with: null where it went well. */
    private List<Throwable> both(Callable<?> what) throws Exception {
        return both(what, what);
    }

    private List<Throwable> both(Callable<?> one, Callable<?> other) throws Exception {
        var start = new CyclicBarrier(2);
        var done = new CountDownLatch(2);
        var outcomes = new ArrayList<Throwable>();
        for (var work : List.of(one, other)) {
            threads.submit(() -> {
                Throwable outcome = null;
                try {
                    start.await(10, TimeUnit.SECONDS);
                    work.call();
                } catch (Throwable thrown) {
                    outcome = thrown;
                }
                synchronized (outcomes) {
                    outcomes.add(outcome);
                }
                done.countDown();
            });
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).as("both are done").isTrue();
        return outcomes;
    }

    private org.camunda.bpm.engine.RuntimeService runtime() {
        return town.engine().getRuntimeService();
    }
}
