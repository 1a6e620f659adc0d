package apws.procedure.notice;

import apws.calendar.SchoolCalendar;
import apws.legal.Ledger;
import apws.legal.NoticeTerms;
import apws.legal.PenaltyNotice;
import apws.legal.PenaltyNotices;
import apws.legal.TowardsNotice;
import apws.procedure.Decisions;
import apws.procedure.DiagramCalendar;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the decision table says of a notice to one parent about one child today (S2-12, settlement 14). */
@Component
public class PenaltyNoticeTable {

    private static final String TABLE = "penalty-notice-eligibility";
    private static final String MUST_CONSIDER = "mustConsider";
    private static final String LAWFUL_WITH_REASON = "lawfulWithReason";

    private final Decisions decisions;
    private final DiagramCalendar dates;
    private final SchoolCalendar calendar;
    private final Ledger ledger;
    private final PenaltyNotices notices;
    private final Pupils pupils;
    private final Schools schools;

    PenaltyNoticeTable(Decisions decisions, DiagramCalendar dates, SchoolCalendar calendar, Ledger ledger, PenaltyNotices notices,
                       Pupils pupils, Schools schools) {
        this.decisions = decisions;
        this.dates = dates;
        this.calendar = calendar;
        this.ledger = ledger;
        this.notices = notices;
        this.pupils = pupils;
        this.schools = schools;
    }

    /**
     * @param answer  as in the table
     * @param because the same for people
     * @param earlier notices to this parent about this child in three years, other authorities' counted
     * @param terms   null where none is issued
     */
    public record Answer(String answer, String because, int sessions, int noReasonYet, int earlier, NoticeTerms terms) {

        public boolean mustBeConsidered() {
            return answer.equals(MUST_CONSIDER);
        }

        /** Below the threshold a notice needs a reason of its own. */
        public boolean needsReason() {
            return answer.equals(LAWFUL_WITH_REASON);
        }

        public boolean mayBeIssued() {
            return terms != null;
        }
    }

    /** What our own records say today of one parent and one child. */
    public record Standing(Pupil pupil, boolean independentSchool, TowardsNotice towards, int earlier) {
    }

    /**
     * What people say beside our own records.
     *
     * @param elsewhere        earlier notices of other authorities
     * @param termTimeLeave    whether the notice is for leave taken in term time
     * @param lookedAfterAsked whether the virtual school head and the social worker were asked, of a looked-after child
     */
    public record Told(int elsewhere, boolean termTimeLeave, boolean lookedAfterAsked) {
    }

    public Standing standing(long pupilId, long parentId) {
        var pupil = pupils.get(pupilId);
        return new Standing(pupil, schools.get(pupil.schoolCode()).independent(), ledger.towardsNotice(pupilId, parentId, calendar.today()),
                notices.earlier(pupilId, parentId, calendar.today()));
    }

    public Answer of(long pupilId, long parentId, Told told) {
        return of(standing(pupilId, parentId), told);
    }

    public Answer of(Standing standing, Told told) {
        return answer(standing, told, true);
    }

    /** Of a corrected notice: the sessions of the one that is withdrawn with it count, which count for nothing else any more. */
    public Answer ofCorrected(PenaltyNotice withdrawn, int sessions, Told told) {
        var standing = standing(withdrawn.pupilId(), withdrawn.parentId());
        var counted = new TowardsNotice(standing.towards().from(), standing.towards().to(), sessions, 0);
        return of(new Standing(standing.pupil(), standing.independentSchool(), counted, standing.earlier()), told);
    }

    /**
     * From which day on the absences count that call for a notice to be considered; empty where they call for none. By the count alone, as if
     * every absence in it had its reason, those still marked N among them, and as if everybody had been asked whom a looked-after child
     * calls for: the form stops and asks.
     */
    Optional<LocalDate> toBeConsideredSince(long pupilId, long parentId) {
        var standing = standing(pupilId, parentId);
        return answer(standing, new Told(0, false, true), false).mustBeConsidered() ? Optional.of(standing.towards().from()) : Optional.empty();
    }

    private Answer answer(Standing standing, Told told, boolean reasonsAsked) {
        var pupil = standing.pupil();
        var towards = standing.towards();
        var earlier = standing.earlier() + told.elsewhere();
        var inputs = new HashMap<String, Object>();
        inputs.put("on", dates.on(dates.today()));
        inputs.put("sessions", towards.sessions());
        inputs.put("termTimeLeave", told.termTimeLeave());
        inputs.put("earlier", earlier);
        inputs.put("ofCompulsorySchoolAge", pupil.ofCompulsorySchoolAge(calendar.today()));
        inputs.put("independentSchool", standing.independentSchool());
        inputs.put("lookedAfter", pupil.lookedAfter());
        inputs.put("lookedAfterAsked", told.lookedAfterAsked());
        inputs.put("noReasonYet", reasonsAsked ? towards.noReasonYet() : 0);
        var decided = decisions.decide(TABLE, inputs);
        return new Answer(decided.get("answer").toString(), decided.get("because").toString(), towards.sessions(), towards.noReasonYet(),
                earlier, terms(decided));
    }

    private static NoticeTerms terms(Map<String, Object> decided) {
        return decided.get("fullAmount") == null ? null : new NoticeTerms(amount(decided.get("lowerAmount")),
                amount(decided.get("fullAmount")), days(decided.get("lowerDays")), days(decided.get("fullDays")));
    }

    private static BigDecimal amount(Object pounds) {
        return pounds == null ? null : new BigDecimal(pounds.toString()).setScale(2);
    }

    private static Integer days(Object days) {
        return days == null ? null : ((Number) days).intValue();
    }
}
