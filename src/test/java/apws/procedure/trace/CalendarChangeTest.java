package apws.procedure.trace;

import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;

/** A case whose dates were counted with another school calendar than the one that the application is started with. */
class CalendarChangeTest extends CaseTraces {

    private static final Date OF_ANOTHER_CALENDAR = Date.from(Instant.parse("2026-12-24T16:00:00Z"));

    @Autowired
    private ApplicationRunner timers;

    @Test
    void theReviewOfAPlanIsCountedAgainFromThePlansStart() throws Exception {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        countedWithAnotherCalendar(followed, "support-pupil");
        town.engine().getManagementService().setJobDuedate(followed.waitsFor("interim-review-due").job().getId(), OF_ANOTHER_CALENDAR);

        town.itIs("2026-09-15");
        timers.run(null);

        followed.hasTask("support-pupil").dueOn("2026-09-24").followedUpOn("2026-09-24");
        followed.waitsFor("interim-review-due").until("2026-09-24");
    }

    @Test
    void fiveDaysToDecideAreCountedAgainFromTheDayOnWhichTheTaskCameAbout() throws Exception {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        followed.school().completes("support-pupil");
        countedWithAnotherCalendar(followed, "hold-interim-review");

        town.itIs("2026-09-14");
        timers.run(null);

        followed.hasTask("hold-interim-review").dueOn("2026-09-15");
    }

    @Test
    void noStartIsRefusedBecauseAnotherNodeStartsAndIsAtIt() throws Exception {
        town.itIs("2026-09-10");
        var followed = planned(town.child(), "2026-09-10");
        countedWithAnotherCalendar(followed, "support-pupil");
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var another = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            town.database().sql("select name from turn where name = 'school calendar' for update").query(String.class).single();
            begun.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        begun.await();

        timers.run(null);
        followed.hasTask("support-pupil").isNotDueOn("2026-09-24");
        done.countDown();
        another.join();
        timers.run(null);

        followed.hasTask("support-pupil").dueOn("2026-09-24");
    }

    @Test
    void aTimerThatCannotBeWorkedOutHindersNeitherTheOthersNorTheStart() throws Exception {
        town.itIs("2026-09-10");
        var bad = planned(town.child(), "2026-09-10");
        var good = planned(town.child(), "2026-09-10");
        countedWithAnotherCalendar(bad, "support-pupil");
        countedWithAnotherCalendar(good, "support-pupil");
        town.engine().getRuntimeService().setVariable(bad.instance("stage-1-school-intervention").getId(), "planStart", "no day");

        timers.run(null);
        good.hasTask("support-pupil").dueOn("2026-09-24");
        bad.hasTask("support-pupil").isNotDueOn("2026-09-24");
        town.engine().getRuntimeService().setVariable(bad.instance("stage-1-school-intervention").getId(), "planStart", "2026-09-10");
        timers.run(null);

        bad.hasTask("support-pupil").dueOn("2026-09-24");
    }

    private void countedWithAnotherCalendar(TracedCase followed, String task) {
        var id = followed.hasTask(task).task().getId();
        town.engine().getTaskService().setDueDate(id, OF_ANOTHER_CALENDAR);
        town.engine().getTaskService().setFollowUpDate(id, OF_ANOTHER_CALENDAR);
        town.engine().getManagementService().setProperty("apws.calendar", "another");
    }
}
