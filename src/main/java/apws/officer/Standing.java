package apws.officer;

import apws.calendar.Days;
import java.time.LocalDate;

/**
 * An officer as an allocation of one case sees them.
 *
 * @param caseload   open cases, the one to be allocated not among them
 * @param ofPatch    whether the case's school is of their patch
 * @param inConflict whether they have declared a conflict of interest with the pupil
 */
record Standing(Officer officer, int caseload, boolean ofPatch, boolean inConflict) {

    boolean isFree(LocalDate today) {
        return whyNot(today) == null;
    }

    /** Why they cannot take the case, for whoever chose them; null when they can. */
    String whyNot(LocalDate today) {
        if (officer.leaves()) {
            return "%s leaves the service: choose another officer.".formatted(officer.name());
        }
        if (inConflict) {
            return "%s has declared a conflict of interest with this pupil: choose another officer.".formatted(officer.name());
        }
        if (officer.awayOn(today)) {
            return "%s is away until %s: choose another officer.".formatted(officer.name(), Days.inWords(officer.awayTo()));
        }
        if (caseload >= officer.caseLimit()) {
            return "%s has as many open cases as their limit of %d allows: raise it, or choose another officer.".formatted(officer.name(),
                    officer.caseLimit());
        }
        return null;
    }
}
