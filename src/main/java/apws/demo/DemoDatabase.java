package apws.demo;

import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the demo's tables, and sets the clocks before anything else looks at them: to where the demo was when it was last stopped or,
 * when it starts for the first time, to some weeks of school ago, so that the engine takes up its work on that day.
 */
@Component
@Profile("demo")
class DemoDatabase implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDatabase.class);
    private static final String STATE = "DEMO_STATE";

    private final MovableClock clock;
    private final EngineTime engineTime;
    private final SchoolCalendar calendar;
    private final DemoSettings settings;

    DemoDatabase(MovableClock clock, EngineTime engineTime, SchoolCalendar calendar, DemoSettings settings) {
        this.clock = clock;
        this.engineTime = engineTime;
        this.calendar = calendar;
        this.settings = settings;
    }

    @Override
    public void migrate(Flyway flyway) {
        var database = flyway.getConfiguration().getDataSource();
        if (wasInterrupted(database)) {
            LOG.warn("The demo's first start was interrupted. Its database is emptied, and the demo begins again.");
            Flyway.configure().configuration(flyway.getConfiguration()).cleanDisabled(false).load().clean();
        }
        flyway.migrate();
        var states = new DemoStates(JdbcClient.create(database));
        var state = states.read().orElseGet(() -> begun(states));
        clock.moveTo(state.offset());
        engineTime.moveTo(state.offset());
    }

    private DemoState begun(DemoStates states) {
        var firstDay = calendar.schoolDayOnOrAfter(firstDay(settings.opensOn(calendar.today())));
        var state = new DemoState(until(firstDay), firstDay.minusDays(1), false);
        states.begin(state);
        return state;
    }

    /** Where the first story begins, or so many weeks ago as the settings say where that is later. */
    private LocalDate firstDay(LocalDate today) {
        var asSet = calendar.schoolWeeksBack(today, settings.schoolWeeksBefore());
        var told = Stories.begin(today, calendar);
        return told.isAfter(asSet) ? told : asSet;
    }

    private Duration until(LocalDate day) {
        var now = ZonedDateTime.now(clock);
        return Duration.between(now, DemoDays.momentOn(day, now.toLocalDate(), now));
    }

    private static boolean wasInterrupted(DataSource database) {
        var jdbc = JdbcClient.create(database);
        boolean begun = jdbc.sql("select count(*) from information_schema.tables where upper(table_name) = :name").param("name", STATE)
                .query(Integer.class).single() > 0;
        return begun && new DemoStates(jdbc).read().map(state -> !state.settled()).orElse(false);
    }
}
