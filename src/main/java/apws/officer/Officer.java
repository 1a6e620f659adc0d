package apws.officer;

import java.time.LocalDate;

/**
 * An Education Welfare Officer.
 *
 * @param userId    the id with which they sign in
 * @param caseLimit open cases at once, never more
 * @param awayFrom  first day of the absence recorded last, which may be over; null, like {@code awayTo}, where there was none
 * @param awayTo    its last day
 * @param standIn   who does their tasks meanwhile
 * @param leftOn    last day with the service; null while there is none known
 */
public record Officer(String userId, String name, String post, String telephone, String email, int caseLimit, LocalDate awayFrom,
                      LocalDate awayTo, String standIn, LocalDate leftOn) {

    public boolean awayOn(LocalDate day) {
        return awayFrom != null && !day.isBefore(awayFrom) && !day.isAfter(awayTo);
    }

    /** Whoever is known to leave gets no case any more. */
    public boolean leaves() {
        return leftOn != null;
    }
}
