package apws.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import apws.calendar.CalendarSettings;
import apws.calendar.CalendarSettings.DaysCounted;
import apws.calendar.MovableClock;
import apws.calendar.SchoolCalendar;
import apws.procedure.engine.EngineTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoClockTest {

    /** A Friday before half term. */
    private final Clock friday = Clock.fixed(Instant.parse("2026-10-23T10:00:00Z"), MovableClock.LONDON);
    private final DemoDays days = mock(DemoDays.class);
    private final EngineTime engineTime = mock(EngineTime.class);
    private final DemoClock clock =
            new DemoClock(new SchoolCalendar(friday, new CalendarSettings(List.of(), List.of(), DaysCounted.CALENDAR_DAYS)), days, engineTime);

    @AfterEach
    void stop() throws InterruptedException {
        clock.stop();
    }

    private void open() {
        clock.open(LocalDate.of(2026, 10, 23), () -> { });
        await().until(clock::isOpen);
    }

    @Test
    void itIsOpenWhenItHasBeenBroughtToTheDayAndSaysHowFarThatIs() {
        var released = new CountDownLatch(1);
        clock.open(LocalDate.of(2026, 11, 2), () -> awaitOn(released));

        assertThat(clock.read()).isEqualTo(new DemoClock.Reading(LocalDate.of(2026, 10, 23), true, LocalDate.of(2026, 11, 2), 50, null));
        assertThat(clock.isOpen()).isFalse();
        assertThatThrownBy(() -> clock.moveBySchoolDays(1)).isInstanceOfSatisfying(MoveRefused.class, refused -> assertThat(refused.busy()).isTrue())
                .hasMessageContaining("not open yet");

        released.countDown();
        await().until(clock::isOpen);
        assertThat(clock.read().percent()).isEqualTo(100);
        var order = inOrder(engineTime);
        order.verify(engineTime).pauseJobs();
        order.verify(engineTime).resumeJobs();
    }

    @Test
    void itStaysClosedWhereItCouldNotBeBroughtToTheDay() {
        clock.open(LocalDate.of(2026, 10, 23), () -> {
            throw new IllegalStateException("a register was refused");
        });

        await().until(() -> !clock.read().moving());
        assertThat(clock.read().problem()).contains("2026-10-23");
        assertThat(clock.isOpen()).isFalse();
        verify(engineTime).resumeJobs();
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-11-02", "5, 2026-11-06", "10, 2026-11-13"})
    void schoolDaysPassOverHolidays(int schoolDays, LocalDate day) {
        open();
        assertThat(clock.moveBySchoolDays(schoolDays).to()).isEqualTo(day);
        await().untilAsserted(() -> verify(days).live(eq(day), any()));
    }

    @Test
    void aDayWithoutSchoolLeadsToTheNextOne() {
        open();
        assertThat(clock.moveTo(LocalDate.of(2026, 12, 25)).to()).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 401})
    void anImpossibleNumberOfDaysIsRefused(int schoolDays) {
        assertThatThrownBy(() -> clock.moveBySchoolDays(schoolDays)).isInstanceOf(MoveRefused.class).hasMessageContaining("1 to 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-23", "2026-10-01", "2099-01-01"})
    void timeMovesOnlyOnAndNotTooFar(LocalDate day) {
        assertThatThrownBy(() -> clock.moveTo(day)).isInstanceOf(MoveRefused.class).hasMessageContaining("to: " + day);
    }

    @Test
    void twoMovesAtOnceAreRefusedAndTheNextOneIsNot() {
        open();
        var released = new CountDownLatch(1);
        doAnswer(call -> {
            awaitOn(released);
            return null;
        }).when(days).live(any(), any());
        clock.moveBySchoolDays(1);
        assertThat(clock.read().moving()).isTrue();
        assertThatThrownBy(() -> clock.moveBySchoolDays(5)).isInstanceOfSatisfying(MoveRefused.class, refused -> assertThat(refused.busy()).isTrue())
                .hasMessageContaining("2026-11-02");
        released.countDown();
        await().until(() -> !clock.read().moving());
        assertThat(clock.moveBySchoolDays(5).moving()).isTrue();
    }

    @Test
    void aMoveThatFailsIsSaidAndAnotherCanBeTried() {
        open();
        doThrow(new IllegalStateException("database gone")).when(days).live(any(), any());
        clock.moveBySchoolDays(1);
        await().until(() -> !clock.read().moving());
        assertThat(clock.read().problem()).contains("2026-11-02");
        assertThat(clock.moveBySchoolDays(1).problem()).isNull();
    }

    private static void awaitOn(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
