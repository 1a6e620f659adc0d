package apws.legal;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a notice costs and how long it can be paid, in pounds and days; the days begin with the day of receipt.
 *
 * @param lowerAmount null, like {@code lowerDays}, where the full amount is due from the first day
 */
public record NoticeTerms(BigDecimal lowerAmount, BigDecimal fullAmount, Integer lowerDays, int fullDays) {

    public NoticeTerms {
        if ((lowerAmount == null) != (lowerDays == null)) {
            throw new IllegalArgumentException("A lower amount and its days come together");
        }
    }

    /** The last day on which the lower amount of a notice received on that day is enough; null where there is none. Never moved. */
    public LocalDate lastDayLower(LocalDate received) {
        return lowerDays == null ? null : received.plusDays(lowerDays - 1L);
    }

    /** The last day for payment of a notice received on that day, as it is printed and as it is waited for. Never moved. */
    public LocalDate lastDay(LocalDate received) {
        return received.plusDays(fullDays - 1L);
    }
}
