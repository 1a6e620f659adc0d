package apws.pupil;

import java.time.LocalDate;

/**
 * A pupil has gone from one school of the authority's to another (settlement 16): told in the transaction in which it becomes so.
 *
 * @param on the first day at the new school
 */
public record PupilMoved(long pupilId, String fromSchool, String toSchool, LocalDate on, String by) {
}
