package apws.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One letter to one recipient, without what it says.
 *
 * @param number        such as {@code L-2026-000123}; its name towards the print room
 * @param caseReference null for a pupil without a case
 * @param parentId      null for a letter to the school or the service
 * @param sha256        of the PDF, in hexadecimal; null, like {@code pages}, until it is rendered
 * @param trayDay       the folder of the tray it goes into; null until it is being handed over
 * @param insteadOf     id of the letter that came back and is replaced by this one; null otherwise
 */
public record Letter(long id, String number, String code, String step, String caseReference, long pupilId, Long parentId,
                     String recipientName, Status status, Instant recordedAt, String recordedBy, Integer pages, String sha256,
                     LocalDate trayDay, Instant handedOverAt, LocalDate returnedOn, String returnedWhy, Long insteadOf) {

    public enum Status {
        RECORDED, RENDERED, HANDING_OVER, HANDED_OVER, RETURNED, KEPT_BACK;

        /** handing over */
        public String inWords() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
