package apws.register;

import java.time.Instant;
import java.time.LocalDate;

/** A mark that a later file replaced, with both codes and the time. */
public record Correction(LocalDate date, Session session, String oldCode, String newCode, Instant correctedAt, long importId) {
}
