package apws.demo;

import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the demo's time on, one move at a time, while people go on working; and lets a day be lived when it has come by itself. The first
 * move of all brings the demo to this day: until then its desks are closed.
 */
@Component
@Profile("demo")
class DemoClock {

    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);
    private static final int FARTHEST = 400;

    /**
     * @param today   in the demo
     * @param moving  whether time is being moved on at this moment
     * @param to      where to; null when it is not
     * @param percent of the school days on the way there that have been lived
     * @param problem why the last move did not come to its end; null when it did
     */
    record Reading(LocalDate today, boolean moving, LocalDate to, int percent, String problem) {
    }

    private record Move(LocalDate from, LocalDate to, String problem) {

        boolean underWay() {
            return to != null;
        }
    }

    private final SchoolCalendar calendar;
    private final DemoDays days;
    private final EngineTime engineTime;
    private final AtomicReference<Move> move = new AtomicReference<>(new Move(null, null, null));
    private volatile boolean open;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "demo-clock");
        thread.setDaemon(true);
        return thread;
    });

    DemoClock(SchoolCalendar calendar, DemoDays days, EngineTime engineTime) {
        this.calendar = calendar;
        this.days = days;
        this.engineTime = engineTime;
    }

    Reading read() {
        var current = move.get();
        var today = calendar.today();
        return new Reading(today, current.underWay(), current.to(), current.underWay() ? percent(current, today) : 100, current.problem());
    }

    private int percent(Move current, LocalDate today) {
        var all = calendar.schoolDays(current.from(), current.to()).size();
        return all == 0 ? 100 : 100 * calendar.schoolDays(current.from(), today).size() / all;
    }

    /** Whether the demo has been brought to the day on which it is tried. */
    boolean isOpen() {
        return open;
    }

    /**
     * Begins to bring the demo to {@code today}. When it is there its desks are open, and from then on days are lived as they come.
     *
     * @param work lives the days until then
     */
    void open(LocalDate today, Runnable work) {
        move.set(new Move(calendar.today(), today, null));
        worker.execute(() -> {
            run(today, work);
            open = move.get().problem() == null;
        });
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
        if (!open) {
            throw new MoveRefused("The demo is not open yet: its time is moved once it is.", true);
        }
        if (!begun(to)) {
            throw new MoveRefused("Time is being moved already, to %s. Wait until it is there.".formatted(move.get().to()), true);
        }
        var begun = read();
        worker.execute(() -> live(to));
        return begun;
    }

    private void liveDaysThatHaveCome() {
        var today = calendar.today();
        if (open && move.get().problem() == null && days.state().livedUntil().isBefore(today) && begun(today)) {
            live(today);
        }
    }

    private boolean begun(LocalDate to) {
        var before = move.get();
        return !before.underWay() && move.compareAndSet(before, new Move(calendar.today(), to, null));
    }

    private void live(LocalDate to) {
        run(to, () -> days.live(to, day -> { }));
    }

    private void run(LocalDate to, Runnable work) {
        var problem = "Time stopped before %s: see the application's log.".formatted(to);
        engineTime.pauseJobs();
        try {
            work.run();
            problem = null;
        } catch (CancellationException stopped) {
            LOG.info("The demo stops before it has come to {}.", to);
        } catch (RuntimeException e) {
            LOG.error("The demo's time could not be moved on to {}", to, e);
        } finally {
            engineTime.resumeJobs();
            move.set(new Move(null, null, problem));
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        days.stop();
        worker.shutdown();
        if (!worker.awaitTermination(1, TimeUnit.MINUTES)) {
            LOG.warn("The demo's day has not come to its end within a minute.");
        }
    }
}
