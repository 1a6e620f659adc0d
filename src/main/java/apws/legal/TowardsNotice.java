package apws.legal;

import java.time.LocalDate;

/**
 * Free sessions in the rolling ten school weeks, which count towards a further notice to this parent (settlements 14 and 15).
 *
 * @param from        the Monday on which the window begins
 * @param noReasonYet how many of the sessions are marked N
 */
public record TowardsNotice(LocalDate from, LocalDate to, int sessions, int noReasonYet) {
}
