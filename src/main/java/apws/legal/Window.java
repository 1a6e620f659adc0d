package apws.legal;

import java.time.LocalDate;
import java.util.Set;

/**
 * A period that a letter gave one parent about one child.
 *
 * @param letter  its code
 * @param from    the day of its receipt
 * @param lastDay never moved
 * @param grounds on which a penalty notice may come inside it, as the letter named them
 */
public record Window(long pupilId, long parentId, String letter, LocalDate from, LocalDate lastDay, Set<EarlyGround> grounds) {

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(lastDay);
    }
}
