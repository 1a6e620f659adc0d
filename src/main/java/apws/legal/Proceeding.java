package apws.legal;

import java.time.LocalDate;
import java.util.List;

/**
 * One parent's prosecution, from its approval to the end of Stage 5.
 *
 * @param offence      as approved; from the charge on as charged
 * @param sessions     those in it, in order
 * @param struckOut    those that were in it and are no more
 * @param charge       null before the charge
 * @param summons      the next hearing, or the day to respond by; null before it is known
 * @param servedOn     of the summons or charge; null until it is known
 * @param outcome      null until the charge is concluded
 * @param endedOn      when it was concluded, declined or dropped
 * @param endedBecause in words; null where nothing was said
 * @param supervisionOrderDirected the court directed the authority to investigate an education supervision order
 * @param sentence     null unless guilty and sentenced
 * @param stageFiveEnd null until Stage 5 has ended
 * @param notice       the number of the unpaid penalty notice whose original offence it is; null for any other
 * @param othersBecause why there are sessions in it that were listed to the parent in no letter; null where all were
 */
public record Proceeding(long id, String caseReference, long pupilId, long parentId, Offence offence, LocalDate periodFrom,
                         LocalDate periodTo, List<UsedSession> sessions, List<UsedSession> struckOut, LocalDate approvedOn,
                         String approvedBy, ProceedingStatus status, List<Submission> submissions, Charge charge, Summons summons,
                         String servedHow, LocalDate servedOn, List<Hearing> hearings, Outcome outcome, LocalDate endedOn, String endedBecause, boolean supervisionOrderDirected,
                         Sentence sentence, List<Challenge> challenges, StageFiveEnd stageFiveEnd, String notice,
                         String othersBecause) {

    public boolean guilty() {
        return outcome != null && outcome.guilty();
    }

    /** Whether a court has decided on it: neither withdrawn nor discontinued. */
    public boolean decided() {
        return outcome != null && outcome.decides();
    }

    /** The offence of which the parent was convicted; null without a conviction. */
    public Offence convictedOf() {
        return !guilty() ? null : outcome == Outcome.GUILTY_OF_S444_1_INSTEAD ? Offence.S444_1 : offence;
    }
}
