package apws.legal;

import java.time.LocalDate;

/**
 * What a charge is served with: the court, and the hearing or, by the Single Justice Procedure, the day by which the parent answers (S4-07,
 * S4-08).
 *
 * @param caseNumber  the court's; null until it is known
 * @param hearingOn   null while it is answered in writing
 * @param hearingTime as {@code 10:30}
 * @param respondBy   null but for the Single Justice Procedure
 */
public record Summons(String court, String caseNumber, LocalDate hearingOn, String hearingTime, String hearingPlace, LocalDate respondBy) {

    public static Summons toHearing(String court, String caseNumber, LocalDate on, String time, String place) {
        return new Summons(court, caseNumber, on, time, place, null);
    }

    public static Summons toRespond(String court, String caseNumber, LocalDate by) {
        return new Summons(court, caseNumber, null, null, null, by);
    }
}
