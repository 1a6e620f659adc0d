package apws.legal;

import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.List;

/**
 * A prosecution of one parent as its approver approved it (S4-04).
 *
 * @param caseOfficer   the user id of the case's officer, who never approves; null where the case has none
 * @param approver      a user id
 * @param notice        the number of the unpaid penalty notice whose original offence it is; null for any other
 * @param othersBecause why there are sessions in it that were listed to the parent in no letter; null or blank where there are none
 */
public record Approval(String caseReference, long pupilId, long parentId, Offence offence, LocalDate periodFrom, LocalDate periodTo,
                       List<SessionKey> sessions, String caseOfficer, String approver, String notice, String othersBecause) {

    boolean holds(SessionKey session) {
        return !session.date().isBefore(periodFrom) && !session.date().isAfter(periodTo);
    }
}
