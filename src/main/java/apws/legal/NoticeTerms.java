package apws.legal;

import java.math.BigDecimal;

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
}
