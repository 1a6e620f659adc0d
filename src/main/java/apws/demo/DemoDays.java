package apws.demo;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
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

    private final MovableClock clock;
    private final EngineTime engineTime;
    private final SchoolCalendar calendar;
    private final DemoStates states;
    private final DemoFeed feed;

    DemoDays(MovableClock clock, EngineTime engineTime, SchoolCalendar calendar, DemoStates states, DemoFeed feed) {
        this.clock = clock;
        this.engineTime = engineTime;
        this.calendar = calendar;
        this.states = states;
        this.feed = feed;
    }

    /**
     * Lives all days up to and including {@code last}, where the clock then stands at the time of day it is in fact.
     *
     * @param people what people do on a school day, when everything else is done
     */
    void live(LocalDate last, Consumer<LocalDate> people) {
        engineTime.pauseJobs();
        try {
            var from = state().livedUntil().plusDays(1);
            for (var day : calendar.schoolDays(from, last)) {
                moveTo(day);
                feed.register(calendar.schoolDayBefore(day), day);
                liveDay(day, people);
                states.keep(clock.offset(), day);
            }
            moveTo(last);
            engineTime.runDueJobs();
            states.keep(clock.offset(), last);
        } finally {
            engineTime.resumeJobs();
        }
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

    /** What day it is outside the demo. */
    LocalDate dayWithoutTheDemo() {
        return machineTime().toLocalDate();
    }

    private ZonedDateTime machineTime() {
        return ZonedDateTime.ofInstant(clock.instant().minus(clock.offset()), MovableClock.LONDON);
    }

    private void moveTo(LocalDate day) {
        var now = machineTime();
        var offset = Duration.between(now, now.with(day));
        clock.moveTo(offset);
        engineTime.moveTo(offset);
    }
}
