package apws.legal;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Money that came in for a notice, in pounds. */
public record NoticePayment(LocalDate on, BigDecimal amount, String reference) {
}
