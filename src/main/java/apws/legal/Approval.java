package apws.legal;

import java.time.LocalDate;
import java.util.List;

/**
 * A prosecution of one parent as its approver approved it (S4-04).
 *
 * @param caseOfficer the user id of the case's officer, who never approves; null where the case has none
 * @param approver    a user id
 */
public record Approval(String caseReference, long pupilId, long parentId, Offence offence, LocalDate periodFrom, LocalDate periodTo,
                       List<SessionKey> sessions, String caseOfficer, String approver) {
}
