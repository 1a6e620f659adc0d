package apws.legal;

import java.time.LocalDate;

/**
 * A day in court (S4-09).
 *
 * @param kind        first, trial, sentence or single justice
 * @param attendance  attended, represented or absent
 * @param plea        null where none was entered
 * @param adjournedTo null where the case was concluded
 * @param because     why it was adjourned, and the court's directions; null where there were none
 */
public record Hearing(LocalDate on, String kind, String attendance, String plea, LocalDate adjournedTo, String because) {
}
