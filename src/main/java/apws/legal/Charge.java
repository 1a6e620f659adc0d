package apws.legal;

import java.time.LocalDate;

/**
 * An information laid or a charge issued, as it is known on that day (S4-07, S4-08).
 *
 * @param offence    as Legal Services agreed it
 * @param on         the date that meets the time limit
 * @param periodFrom with {@code periodTo} the dates of the offence as charged, which a certificate of attendance covers exactly
 */
public record Charge(Offence offence, LocalDate on, Route route, LocalDate periodFrom, LocalDate periodTo) {
}
