package apws.legal;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Periods that the law sets and Legal Services confirm.
 *
 * @param timeLimit             within which a charge is laid (Magistrates' Courts Act 1980 s.127)
 * @param countedFrom           the day from which the time limit is counted (settlement 13)
 * @param noticesCountFor       how long a penalty notice counts towards a further one
 * @param noticesCountFrom      notices issued earlier, before the national framework, do not count
 * @param chargeableAfterNotice how long after a notice's days a session must still be chargeable to go into it
 * @param longestParentingOrder in months
 */
@ConfigurationProperties("apws.legal")
record LegalSettings(@DefaultValue("P6M") Period timeLimit, @DefaultValue("DAY_OF_SESSION") CountedFrom countedFrom,
                     @DefaultValue("P3Y") Period noticesCountFor, @DefaultValue("2024-08-19") LocalDate noticesCountFrom,
                     @DefaultValue("P42D") Period chargeableAfterNotice, @DefaultValue("12") int longestParentingOrder) {

    enum CountedFrom {
        /** The day of the offence is not counted: the last day has the same day number. */
        DAY_OF_SESSION,
        /** The day of the offence is the first day of the period. */
        DAY_BEFORE_SESSION
    }
}
