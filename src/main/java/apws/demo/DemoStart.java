package apws.demo;

import apws.calendar.SchoolCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Brings the demo authority to this day before the first request is answered. The first start makes its people and schools, and really
 * lives its first weeks; later ones live the days since.
 */
@Component
@Profile("demo")
class DemoStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    /** The school that was there before all others, where the cases that have come far belong. */
    private static final DemoSchool FIRST = DemoSchool.HIGH;

    private final DemoDays days;
    private final DemoClock clock;
    private final DemoStates states;
    private final DemoPeople people;
    private final DemoFeed feed;
    private final Cast cast;
    private final Beginnings beginnings;
    private final SchoolCalendar calendar;
    private final DemoSettings settings;
    private final boolean onH2;
    private volatile boolean running;

    DemoStart(DemoDays days, DemoClock clock, DemoStates states, DemoPeople people, DemoFeed feed, Cast cast, Beginnings beginnings,
              SchoolCalendar calendar, DemoSettings settings, DataSourceProperties database) {
        this.days = days;
        this.clock = clock;
        this.states = states;
        this.people = people;
        this.feed = feed;
        this.cast = cast;
        this.beginnings = beginnings;
        this.calendar = calendar;
        this.settings = settings;
        onH2 = database.determineUrl().startsWith("jdbc:h2:");
    }

    @Override
    public void start() {
        people.ensure();
        var state = days.state();
        if (!state.settled()) {
            settle(state);
        } else if (state.livedUntil().isBefore(calendar.today())) {
            days.live(calendar.today(), day -> { });
        }
        if (onH2) {
            states.writeAtOnce();
        }
        clock.start();
        running = true;
    }

    private void settle(DemoState begun) {
        long began = System.nanoTime();
        var firstDay = begun.livedUntil().plusDays(1);
        var today = settings.opensOn(days.dayWithoutTheDemo());
        LOG.info("Making the demo authority, {} to {}. This takes some minutes, once.", firstDay, today);
        var stories = firstDay.isBefore(today) ? Stories.of(FIRST, feed.population(), firstDay, today, calendar) : Stories.none();
        cast.take(stories);
        beginnings.take(stories, today);
        feed.authority(firstDay, FIRST);
        var allFrom = calendar.schoolWeeksBack(today, settings.allSchoolsFor());
        if (firstDay.isBefore(allFrom)) {
            days.live(allFrom.minusDays(1), day -> lived(day, false));
        }
        feed.allSchools(calendar.schoolDayOnOrAfter(later(firstDay, allFrom)));
        days.live(today, day -> lived(day, true));
        states.settled();
        LOG.info("The demo authority is there, after {} s.", (System.nanoTime() - began) / 1_000_000_000);
    }

    private void lived(LocalDate day, boolean all) {
        beginnings.begin(day);
        cast.work(day, all);
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            LOG.info("The demo authority has come to {}.", day);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Before the web server, whose phase is among the last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
