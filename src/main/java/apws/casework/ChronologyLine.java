package apws.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the case's story: what happened, at which step of the procedure, and who wrote it down when.
 *
 * @param entryId  the entry that it tells of; null for other lines
 * @param letterId the letter whose way it tells of, from its record to the print room; null for other lines
 */
public record ChronologyLine(long id, String caseReference, LocalDate happenedOn, String step, String what, Instant writtenAt,
                             String writtenBy, @Nullable Long entryId, @Nullable Long letterId) {
}
