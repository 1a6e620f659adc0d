package apws.register;

import java.time.LocalDate;

/**
 * One day's screening.
 *
 * @param pupils     on roll and without an open case
 * @param tooEarly   of these, with too few possible sessions to say anything
 * @param candidates of these, found, at schools switched on or not
 */
public record ScreeningRun(LocalDate on, int pupils, int tooEarly, int candidates) {
}
