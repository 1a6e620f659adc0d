package apws.legal;

import java.time.LocalDate;

/**
 * An information laid or a charge issued (S4-07, S4-08).
 *
 * @param offence     as Legal Services agreed it
 * @param on          the date that meets the time limit
 * @param caseNumber  the court's; null until it is known
 * @param hearingTime as {@code 10:30}
 */
public record Charge(Offence offence, LocalDate on, Route route, String court, String caseNumber, LocalDate hearingOn, String hearingTime,
                     String hearingPlace) {
}
