package apws.letter;

import java.time.LocalDate;

/**
 * What letters say of the law from a date on, as {@code letters/law.yaml} explains it; amounts and sections are text to be printed.
 *
 * @param warning the period of the warning, ISO-8601, which begins with the day of its receipt
 */
record Law(LocalDate from, String act, String duty, String offence, String offenceFine, String knowingOffence, String knowingFine,
           String knowingPrison, String regularly, String travelling, String travellingAtLeast, String penaltyNotice, String penaltyRules, String noticesWithin,
           String supervisionOrder, String interviewCode, String warning) {
}
