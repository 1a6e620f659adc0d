package apws.register;

import apws.calendar.MovableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Stands at the time it is told, in London. */
class StoppedClock extends Clock {

    private Instant now = Instant.parse("2025-11-14T12:00:00Z");

    void stopAt(LocalDateTime time) {
        now = time.atZone(MovableClock.LONDON).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return MovableClock.LONDON;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
