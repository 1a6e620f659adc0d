package apws.casework;

import java.time.Instant;
import java.time.LocalDate;

/** One line of the case's story: what happened, at which step of the procedure, and who wrote it down when. */
public record ChronologyLine(long id, String caseReference, LocalDate happenedOn, String step, String what, Instant writtenAt,
                             String writtenBy) {
}
