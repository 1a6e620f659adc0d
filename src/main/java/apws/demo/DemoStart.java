package apws.demo;

import apws.calendar.SchoolCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the demo authority to this day while its page already says how far that has come. The first start makes its people and schools,
 * and really lives its first weeks; later ones live the days since.
 */
@Component
@Profile("demo")
class DemoStart {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    /** The school that was there before all others, where the cases that have come far belong. */
    private static final DemoSchool FIRST = DemoSchool.HIGH;

    private final DemoDays days;
    private final DemoClock clock;
    private final DemoStates states;
    private final DemoFeed feed;
    private final Cast cast;
    private final Beginnings beginnings;
    private final SchoolCalendar calendar;
    private final DemoSettings settings;
    private final boolean onH2;

    DemoStart(DemoDays days, DemoClock clock, DemoStates states, DemoFeed feed, Cast cast, Beginnings beginnings, SchoolCalendar calendar,
              DemoSettings settings, DataSourceProperties database) {
        this.days = days;
        this.clock = clock;
        this.states = states;
        this.feed = feed;
        this.cast = cast;
        this.beginnings = beginnings;
        this.calendar = calendar;
        this.settings = settings;
        onH2 = database.determineUrl().startsWith("jdbc:h2:");
    }

    /** The last of all that happens at the start: the engine's own threads have begun by then, and can be made to rest. */
    @EventListener
    void start(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        var state = days.state();
        var today = state.settled() ? calendar.today() : settings.opensOn(days.dayWithoutTheDemo());
        clock.open(today, () -> {
            if (state.settled()) {
                days.live(today, day -> { });
            } else {
                settle(state.livedUntil().plusDays(1), today);
            }
            if (onH2) {
                states.writeAtOnce();
            }
        });
    }

    private void settle(LocalDate firstDay, LocalDate today) {
        long began = System.nanoTime();
        LOG.info("Making the demo authority, {} to {}. This takes some minutes, once.", firstDay, today);
        var stories = firstDay.isBefore(today) ? Stories.of(FIRST, feed.population(), firstDay, today, calendar) : Stories.none();
        cast.take(stories);
        beginnings.take(stories, today);
        feed.authority(firstDay, FIRST);
        var allFrom = calendar.schoolWeeksBack(today, settings.allSchoolsFor());
        if (firstDay.isBefore(allFrom)) {
            days.live(allFrom.minusDays(1), day -> work(day, false));
        }
        feed.allSchools(calendar.schoolDayOnOrAfter(later(firstDay, allFrom)));
        days.live(today, day -> work(day, true));
        states.settled();
        LOG.info("The demo authority is there, after {} s.", (System.nanoTime() - began) / 1_000_000_000);
    }

    private void work(LocalDate day, boolean all) {
        beginnings.begin(day);
        cast.work(day, all);
        if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
            LOG.info("The demo authority has come to {}, {} %.", day, clock.read().percent());
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
