package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import apws.calendar.CalendarSettings;
import apws.calendar.CalendarSettings.DaysCounted;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoDaysTest {

    /** A Thursday; the autumn half term begins after the Friday. */
    private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 22);

    private final MovableClock clock = new MovableClock();
    private final SchoolCalendar calendar = new SchoolCalendar(clock, new CalendarSettings(List.of(), List.of(), DaysCounted.CALENDAR_DAYS));
    private final EngineTime engineTime = mock(EngineTime.class);
    private final DemoFeed feed = mock(DemoFeed.class);
    private final DemoStates states = states();
    private final DemoDays days = new DemoDays(clock, engineTime, calendar, states, feed);
    private final List<String> happened = new ArrayList<>();

    @BeforeEach
    void beginsOnAThursday() {
        states.begin(new DemoState(Duration.ofDays(ChronoUnit.DAYS.between(LocalDate.now(clock), THURSDAY)), THURSDAY, true));
        clock.moveTo(states.read().orElseThrow().offset());
        doAnswer(call -> happened.add("register of " + call.getArgument(0))).when(feed).register(any(), any());
        doAnswer(call -> happened.add("jobs of " + calendar.today())).when(engineTime).runDueJobs();
        doAnswer(call -> happened.add("letters of " + calendar.today())).when(engineTime).awaitLetters();
    }

    @Test
    void eachSchoolDayBringsItsRegisterThenWhatIsDueThenPeople() {
        days.live(LocalDate.of(2026, 11, 2), day -> happened.add("people on " + day));
        assertThat(happened).containsExactly(
                "register of 2026-10-22", "jobs of 2026-10-23", "people on 2026-10-23", "jobs of 2026-10-23", "letters of 2026-10-23",
                "register of 2026-10-23", "jobs of 2026-11-02", "people on 2026-11-02", "jobs of 2026-11-02", "letters of 2026-11-02",
                "jobs of 2026-11-02");
    }

    @Test
    void timeMayStopOnADayWithoutSchool() {
        days.live(LocalDate.of(2026, 10, 28), day -> { });
        assertThat(calendar.today()).isEqualTo(LocalDate.of(2026, 10, 28));
        assertThat(days.state().livedUntil()).isEqualTo(LocalDate.of(2026, 10, 28));
    }

    @Test
    void aDayIsLivedOnce() {
        days.live(LocalDate.of(2026, 10, 23), day -> { });
        happened.clear();
        days.live(LocalDate.of(2026, 10, 23), day -> happened.add("people on " + day));
        assertThat(happened).containsExactly("jobs of 2026-10-23");
    }

    /** What is due in the morning is due on that day, also where the demo is made at night. */
    @Test
    void daysThatArePastAreLivedAtATimeAtWhichPeopleWork() {
        var times = new ArrayList<LocalTime>();
        days.live(LocalDate.of(2026, 11, 3), day -> {
            if (day.isBefore(LocalDate.of(2026, 11, 3))) {
                times.add(clock.instant().atZone(MovableClock.LONDON).toLocalTime());
            }
        });
        assertThat(times).hasSize(2).allSatisfy(time -> assertThat(time).isCloseTo(LocalTime.of(10, 0), Assertions.within(5, ChronoUnit.SECONDS)));
    }

    @Test
    void theTimeOfDayIsTheMachines() {
        days.live(LocalDate.of(2026, 11, 2), day -> { });
        var machine = clock.instant().minus(clock.offset()).atZone(MovableClock.LONDON);
        assertThat(clock.instant().atZone(MovableClock.LONDON).toLocalTime()).isCloseTo(machine.toLocalTime(), Assertions.within(5, ChronoUnit.SECONDS));
    }

    @Test
    void whatWasLivedIsKeptWhenADayFails() {
        doThrow(new IllegalStateException("no register")).when(feed).register(any(), any());
        Assertions.assertThatThrownBy(() -> days.live(LocalDate.of(2026, 11, 2), day -> { })).hasMessage("no register");
        assertThat(days.state().livedUntil()).isEqualTo(THURSDAY);
    }

    @Test
    void whoIsToStopLivesTheDayToItsEndAndBeginsNoOther() {
        Assertions.assertThatThrownBy(() -> days.live(LocalDate.of(2026, 11, 2), day -> days.stop())).isInstanceOf(CancellationException.class);
        assertThat(days.state().livedUntil()).isEqualTo(THURSDAY.plusDays(1));
    }

    private static DemoStates states() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).locations("classpath:db/demo").load().migrate();
        return new DemoStates(JdbcClient.create(database));
    }
}
