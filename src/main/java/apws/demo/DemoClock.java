package apws.demo;

import apws.calendar.SchoolCalendar;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Moves the demo's time on, one move at a time, while people go on working; and lets a day be lived when it has come by itself. */
@Component
@Profile("demo")
class DemoClock {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);
    private static final int FARTHEST = 400;

    /**
     * @param today   in the demo
     * @param moving  whether time is being moved on at this moment
     * @param to      where to; null when it is not
     * @param problem why the last move did not come to its end; null when it did
     */
    record Reading(LocalDate today, boolean moving, LocalDate to, String problem) {
    }

    private record Move(LocalDate to, String problem) {

        boolean underWay() {
            return to != null;
        }
    }

    private final SchoolCalendar calendar;
    private final DemoDays days;
    private final AtomicReference<Move> move = new AtomicReference<>(new Move(null, null));
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "demo-clock");
        thread.setDaemon(true);
        return thread;
    });

    DemoClock(SchoolCalendar calendar, DemoDays days) {
        this.calendar = calendar;
        this.days = days;
    }

    Reading read() {
        var current = move.get();
        return new Reading(calendar.today(), current.underWay(), current.to(), current.problem());
    }

    /** From now on days are lived as they come. */
    void start() {
        worker.scheduleWithFixedDelay(this::liveDaysThatHaveCome, 1, 1, TimeUnit.MINUTES);
    }

    /** @throws MoveRefused where that is no number of school days to move by, or time is being moved already */
    Reading moveBySchoolDays(int schoolDays) {
        if (schoolDays < 1 || schoolDays > FARTHEST) {
            throw new MoveRefused("schoolDays: %d is not possible. Say how many school days to move on, 1 to %d."
                    .formatted(schoolDays, FARTHEST), false);
        }
        var day = calendar.today();
        for (int moved = 0; moved < schoolDays; moved++) {
            day = calendar.schoolDayOnOrAfter(day.plusDays(1));
        }
        return begin(day);
    }

    /**
     * @param day the first school day on or after it is where time stops
     * @throws MoveRefused where that is not after today or too far ahead, or time is being moved already
     */
    Reading moveTo(LocalDate day) {
        var today = calendar.today();
        if (!day.isAfter(today)) {
            throw new MoveRefused("to: %s is not after today, %s. Time only moves on: say a later day.".formatted(day, today), false);
        }
        var stop = calendar.schoolDayOnOrAfter(day);
        if (calendar.schoolDays(today, stop).size() > FARTHEST + 1) {
            throw new MoveRefused("to: %s is more than %d school days ahead. Say an earlier day.".formatted(day, FARTHEST), false);
        }
        return begin(stop);
    }

    private Reading begin(LocalDate to) {
        if (!begun(to)) {
            throw new MoveRefused("Time is being moved already, to %s. Wait until it is there.".formatted(move.get().to()), true);
        }
        var begun = new Reading(calendar.today(), true, to, null);
        worker.execute(() -> live(to));
        return begun;
    }

    private void liveDaysThatHaveCome() {
        var today = calendar.today();
        if (move.get().problem() == null && days.state().livedUntil().isBefore(today) && begun(today)) {
            live(today);
        }
    }

    private boolean begun(LocalDate to) {
        var before = move.get();
        return !before.underWay() && move.compareAndSet(before, new Move(to, null));
    }

    private void live(LocalDate to) {
        var problem = "Time stopped before %s: see the application's log.".formatted(to);
        try {
            days.live(to, day -> { });
            problem = null;
        } catch (RuntimeException e) {
            LOG.error("The demo's time could not be moved on to {}", to, e);
        } finally {
            move.set(new Move(null, problem));
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
