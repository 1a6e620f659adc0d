package apws.legal;

import apws.calendar.PostClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A penalty notice to one parent about one child (S2-12).
 *
 * @param number            such as {@code PN-2026-00012}
 * @param caseReference     null for a pupil with no case
 * @param sessions          in order, those let go again among them
 * @param which             1 for the first to this parent about this child in three years, other authorities' counted
 * @param elsewhere         how many of the earlier ones are other authorities', as told
 * @param terms             frozen at issue
 * @param printedFor        the posting from which the notice as last printed counts its days; null, like {@code printedClass}, where
 *                          nothing is known of it
 * @param receivedOn        null until service is recorded; the days begin with it
 * @param receivedBecause   what shows it; null where the post's usual course is taken
 * @param endedOn           when it was paid, withdrawn or handed over to be prosecuted
 * @param refund            what has to go back to the parent; null unless withdrawn
 * @param corrects          the number of the notice withdrawn for a material error with which this one was given; null otherwise
 */
public record PenaltyNotice(String number, String caseReference, long pupilId, long parentId, List<UsedSession> sessions, int which,
                            int elsewhere, NoticeTerms terms, LocalDate issuedOn, String issuedBy, LocalDate printedFor, PostClass printedClass,
                            LocalDate postedOn, String postClass,
                            LocalDate receivedOn, String receivedBecause, NoticeStatus status, List<NoticePayment> payments,
                            LocalDate endedOn, String endedBy, String endedBecause, WithdrawalGround ground, BigDecimal refund,
                            String corrects) {

    /** The last day on which the lower amount is enough; null before service and where there is none. Never moved. */
    public LocalDate lastDayLower() {
        return receivedOn == null ? null : terms.lastDayLower(receivedOn);
    }

    /** The last day for payment; null before service. Never moved. */
    public LocalDate lastDay() {
        return receivedOn == null ? null : terms.lastDay(receivedOn);
    }

    /** Whether the days for payment are over. */
    public boolean over(LocalDate today) {
        return lastDay() != null && today.isAfter(lastDay());
    }

    /** In pounds, whenever it came in. */
    public BigDecimal paid() {
        return payments.stream().map(NoticePayment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What discharges the notice when it comes in on that day, in pounds: the amount of the day less what has been paid in parts. */
    public BigDecimal dueOn(LocalDate day) {
        var amount = terms.lowerAmount() != null && !isAfter(day, lastDayLower()) ? terms.lowerAmount() : terms.fullAmount();
        return amount.subtract(paid()).max(BigDecimal.ZERO);
    }

    /** Whether enough came in, in time: the lower amount until its last day, or the full amount until the last day. */
    boolean discharged() {
        return terms.lowerAmount() != null && paidUntil(lastDayLower()).compareTo(terms.lowerAmount()) >= 0
                || paidUntil(lastDay()).compareTo(terms.fullAmount()) >= 0;
    }

    private BigDecimal paidUntil(LocalDate last) {
        return payments.stream().filter(payment -> !isAfter(payment.on(), last)).map(NoticePayment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isAfter(LocalDate day, LocalDate last) {
        return last != null && day.isAfter(last);
    }
}
