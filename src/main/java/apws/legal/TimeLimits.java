package apws.legal;

import apws.legal.LegalSettings.CountedFrom;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Until when a parent can be charged for a session (settlement 13). */
// forms call another bean "timeLimits"
@Component("limitsForCharges")
public class TimeLimits {

    private final LegalSettings settings;

    TimeLimits(LegalSettings settings) {
        this.settings = settings;
    }

    /**
     * The last day on which an information can be laid or a charge issued for a session on {@code day}: the same day number six calendar
     * months on, or the last day of that month. Never moved.
     */
    public LocalDate lastDay(LocalDate day) {
        var from = settings.countedFrom() == CountedFrom.DAY_OF_SESSION ? day : day.minusDays(1);
        return from.plus(settings.timeLimit());
    }
}
