package apws.legal;

import apws.register.SessionKey;
import java.util.List;

/**
 * What a notice is issued for.
 *
 * @param caseReference null for a pupil with no case
 * @param earlier       earlier notices in three years, other authorities' included, on which the terms rest
 * @param elsewhere     how many of them are other authorities', as told
 * @param early         why it comes inside a period that a letter gave the parent; null where none runs
 */
public record NoticeRequest(String caseReference, long pupilId, long parentId, List<SessionKey> sessions, int earlier, int elsewhere,
                            NoticeTerms terms, EarlyGround early) {

    public NoticeRequest(String caseReference, long pupilId, long parentId, List<SessionKey> sessions, int earlier, int elsewhere,
                         NoticeTerms terms) {
        this(caseReference, pupilId, parentId, sessions, earlier, elsewhere, terms, null);
    }
}
