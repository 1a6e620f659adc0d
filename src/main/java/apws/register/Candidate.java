package apws.register;

import java.time.LocalDate;

/**
 * A pupil whom screening found, for the school to decide on.
 *
 * @param band       the letter that fits: {@code AL 1.1.0} or {@code AL 1.2.0}
 * @param persistent persistently absent, by the banding that found the pupil
 * @param severe     severely absent, likewise
 * @param foundOn    the first day of the unbroken run of screenings that found the pupil
 */
public record Candidate(long pupilId, String schoolCode, String band, boolean persistent, boolean severe, Figures figures,
                        LocalDate foundOn) {
}
