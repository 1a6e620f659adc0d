package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import apws.calendar.CalendarSettings;
import apws.calendar.CalendarSettings.DaysCounted;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoDatabaseTest {

    private final JdbcDataSource database = database();
    private final DemoStates states = new DemoStates(JdbcClient.create(database));
    private final MovableClock clock = new MovableClock();
    private final EngineTime engineTime = mock(EngineTime.class);
    private final LocalDate today = LocalDate.now(clock);

    @Test
    void theFirstStartBeginsOnASchoolDayFourteenSchoolWeeksAgo() {
        started();
        var firstDay = LocalDate.now(clock);
        assertThat(Calendars.USUAL.isSchoolDay(firstDay)).isTrue();
        assertThat(firstDay).isBetween(Calendars.USUAL.schoolWeeksBack(today, 14), today);
        assertThat(states.read().orElseThrow().livedUntil()).isEqualTo(firstDay.minusDays(1));
        verify(engineTime).moveTo(clock.offset());
    }

    @Test
    void aRestartFindsTheClockWhereItStood() {
        started();
        states.keep(Duration.ofDays(40), today.plusDays(40));
        states.settled();
        clock.moveTo(Duration.ZERO);

        started();
        assertThat(LocalDate.now(clock)).isEqualTo(today.plusDays(40));
        assertThat(states.read().orElseThrow().livedUntil()).isEqualTo(today.plusDays(40));
        verify(engineTime).moveTo(Duration.ofDays(40));
    }

    @Test
    void anInterruptedFirstStartBeginsAgainOnAnEmptyDatabase() {
        started();
        JdbcClient.create(database).sql("create table left_over (id integer)").update();
        states.keep(Duration.ofDays(-3), today.minusDays(3));
        clock.moveTo(Duration.ZERO);

        started();
        assertThat(states.read().orElseThrow().livedUntil()).isBefore(today.minusDays(30));
        assertThat(JdbcClient.create(database).sql("select count(*) from information_schema.tables where table_name = 'LEFT_OVER'")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void aSettledDemoKeepsWhatItHas() {
        started();
        JdbcClient.create(database).sql("create table work_done (id integer)").update();
        states.settled();

        started();
        assertThat(JdbcClient.create(database).sql("select count(*) from work_done").query(Integer.class).single()).isZero();
    }

    private void started() {
        var calendar = new SchoolCalendar(clock, new CalendarSettings(List.of(), List.of(), DaysCounted.CALENDAR_DAYS));
        new DemoDatabase(clock, engineTime, calendar, new DemoSettings("", "", 14, 7, null))
                .migrate(Flyway.configure().dataSource(database).locations("classpath:db/demo").load());
    }

    private static JdbcDataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
