package apws.demo;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets days pass in the demo authority. On each school day the registers of the day before arrive first, then the procedure does what has
 * become due, then people work. Days without school are passed over; what falls due on them is done on the next school day.
 */
@Component
@Profile("demo")
class DemoDays {

    /** When people are at work, and what is done each morning has been done. */
    private static final LocalTime WORKING = LocalTime.of(10, 0);

    private final MovableClock clock;
    private final EngineTime engineTime;
    private final SchoolCalendar calendar;
    private final DemoStates states;
    private final DemoFeed feed;
    private volatile boolean stopping;

    DemoDays(MovableClock clock, EngineTime engineTime, SchoolCalendar calendar, DemoStates states, DemoFeed feed) {
        this.clock = clock;
        this.engineTime = engineTime;
        this.calendar = calendar;
        this.states = states;
        this.feed = feed;
    }

    /**
     * Lives all days up to and including {@code last}, where the clock stands at the time of day it is in fact. The engine's own threads rest
     * meanwhile.
     *
     * @param people what people do on a school day, when everything else is done
     * @throws CancellationException where it was to stop
     */
    void live(LocalDate last, Consumer<LocalDate> people) {
        var from = state().livedUntil().plusDays(1);
        for (var day : calendar.schoolDays(from, last)) {
            if (stopping) {
                throw new CancellationException();
            }
            moveTo(momentOn(day, last, now()));
            feed.register(calendar.schoolDayBefore(day), day);
            liveDay(day, people);
            states.keep(clock.offset(), day);
        }
        moveTo(now().with(last));
        engineTime.runDueJobs();
        states.keep(clock.offset(), last);
    }

    /** The day that is being lived comes to its end, and no other begins. */
    void stop() {
        stopping = true;
    }

    private void liveDay(LocalDate day, Consumer<LocalDate> people) {
        engineTime.beginLetters();
        try {
            engineTime.runDueJobs();
            people.accept(day);
            engineTime.runDueJobs();
        } finally {
            engineTime.awaitLetters();
        }
    }

    DemoState state() {
        return states.read().orElseThrow();
    }

    /** A day that is past is lived while people work, whatever time it is where the demo is made; the last one at the time that it is. */
    static ZonedDateTime momentOn(LocalDate day, LocalDate last, ZonedDateTime now) {
        return day.isBefore(last) ? day.atTime(WORKING).atZone(now.getZone()) : now.with(day);
    }

    /** What day it is outside the demo. */
    LocalDate dayWithoutTheDemo() {
        return now().toLocalDate();
    }

    /** By the machine's clock. */
    private ZonedDateTime now() {
        return ZonedDateTime.ofInstant(clock.instant().minus(clock.offset()), MovableClock.LONDON);
    }

    private void moveTo(ZonedDateTime moment) {
        var offset = Duration.between(now(), moment);
        clock.moveTo(offset);
        engineTime.moveTo(offset);
    }
}
