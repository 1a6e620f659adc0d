package apws.letter;

import apws.casework.Case;
import java.time.LocalDate;

/**
 * What a letter is about.
 *
 * @param reference the case's; null for a pupil without a case
 * @param openedOn  when the case was opened; today where there is none
 */
record Subject(String reference, long pupilId, String schoolCode, LocalDate openedOn) {

    static Subject of(Case subject) {
        return new Subject(subject.reference(), subject.pupilId(), subject.schoolCode(), subject.openedOn());
    }
}
