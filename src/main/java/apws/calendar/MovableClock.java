package apws.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The one clock of the application, in London's time. It runs with the machine's, and the demo may set it forward or back. */
@Component("clock")
public class MovableClock extends Clock {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private volatile Duration offset = Duration.ZERO;

    public void moveTo(Duration offset) {
        this.offset = offset;
    }

    public Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return LONDON;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The application has one time zone, " + LONDON);
    }
}
