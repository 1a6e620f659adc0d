package apws.casework;

import java.time.LocalDate;

/**
 * One pupil's case, from the first letter to its closing.
 *
 * @param reference     such as {@code AI-2026-00042}; the business key of every process of the case
 * @param closedBecause in words; null, like {@code closedOn}, while the case is open
 */
public record Case(String reference, long pupilId, String schoolCode, LocalDate openedOn, String openedBy, LocalDate closedOn,
                   String closedBecause) {

    public boolean open() {
        return closedOn == null;
    }
}
