package apws.legal;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.Chronology;
import apws.pupil.Parents;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prosecutions, one per parent, from the approval (S4-04) to the end of Stage 5 (settlements 10 to 12). Each step is told in the case's
 * chronology. What the law or the state of a prosecution does not allow is refused with a {@link LegalRefusal}.
 */
@Component("prosecutions")
@Transactional
public class Proceedings {

    private final JdbcClient jdbc;
    private final ProceedingRows rows;
    private final SessionUses uses;
    private final Ledger ledger;
    private final Listings listings;
    private final PenaltyNotices notices;
    private final TimeLimits limits;
    private final Parents parents;
    private final Chronology chronology;
    private final SchoolCalendar calendar;
    private final LegalSettings settings;

    Proceedings(JdbcClient jdbc, ProceedingRows rows, SessionUses uses, Ledger ledger, Listings listings, PenaltyNotices notices,
                TimeLimits limits, Parents parents, Chronology chronology, SchoolCalendar calendar, LegalSettings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.uses = uses;
        this.ledger = ledger;
        this.listings = listings;
        this.notices = notices;
        this.limits = limits;
        this.parents = parents;
        this.chronology = chronology;
        this.calendar = calendar;
        this.settings = settings;
    }

    /** Its sessions are in no other notice or prosecution of this parent from now on (S4-04). */
    public Proceeding approve(Approval approval) {
        if (approval.approver().equals(approval.caseOfficer())) {
            throw new LegalRefusal("A prosecution is approved by someone other than the case's officer.");
        }
        ledger.mustBeParent(approval.pupilId(), approval.parentId(), approval.sessions());
        approval.sessions().stream().filter(session -> !approval.holds(session)).findFirst().ifPresent(outside -> {
            throw new LegalRefusal("The session on %s is outside the period of the offence, %s to %s.", outside.inWords(),
                    Days.inWords(approval.periodFrom()), Days.inWords(approval.periodTo()));
        });
        var sessions = ledger.forProsecution(approval.pupilId(), approval.parentId(), approval.sessions());
        mustStandByItself(approval);
        var othersBecause = othersBecause(approval);
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into proceeding (case_reference, pupil_id, parent_id, offence, period_from, period_to, approved_on, approved_by,
                    status, supervision_order_directed, notice_number, others_because)
                values (:case, :pupil, :parent, :offence, :from, :to, :on, :by, 'APPROVED', false, :notice, :others)""")
                .param("case", approval.caseReference()).param("pupil", approval.pupilId()).param("parent", approval.parentId())
                .param("offence", approval.offence().name()).param("from", approval.periodFrom()).param("to", approval.periodTo())
                .param("on", calendar.today()).param("by", approval.approver()).param("notice", approval.notice())
                .param("others", othersBecause).update(key, "id");
        long id = key.getKeyAs(Long.class);
        uses.takeForProceeding(id, approval.pupilId(), approval.parentId(), sessions);
        var approved = rows.get(id);
        tell(approved, "S4-04", "Prosecution of %s approved: %s, %d sessions from %s to %s".formatted(name(approved),
                approval.offence().inWords(), sessions.size(), Days.inWords(approval.periodFrom()), Days.inWords(approval.periodTo()))
                + (othersBecause == null ? "" : ", some of them listed to the parent in no letter: " + othersBecause), approval.approver());
        return approved;
    }

    /**
     * Charges against one parent for one child never overlap in dates; an unpaid notice to be prosecuted has its own charge, which Legal
     * Services may join (settlement 14).
     */
    private void mustStandByItself(Approval approval) {
        for (var other : rows.ofParent(approval.pupilId(), approval.parentId())) {
            if ((other.status().open() || other.decided()) && !approval.periodFrom().isAfter(other.periodTo())
                    && !approval.periodTo().isBefore(other.periodFrom())) {
                throw new LegalRefusal("Charges against one parent never overlap in dates: prosecution %d (%s) is of %s to %s. Choose a "
                        + "period before or after it.", other.id(), other.status().inWords(), Days.inWords(other.periodFrom()),
                        Days.inWords(other.periodTo()));
            }
        }
        for (var notice : notices.of(approval.pupilId(), approval.parentId())) {
            if (notice.status() == NoticeStatus.TO_BE_PROSECUTED && !notice.number().equals(approval.notice())) {
                notice.sessions().stream().map(UsedSession::key).filter(approval::holds).findFirst().ifPresent(within -> {
                    throw new LegalRefusal("Charges against one parent never overlap in dates: penalty notice %s, which is prosecuted by "
                            + "itself, is for the session on %s among others. Choose a period before or after it.", notice.number(),
                            within.inWords());
                });
            }
        }
        if (approval.notice() != null) {
            var ofNotice = notices.get(approval.notice()).sessions().stream().map(UsedSession::key).toList();
            approval.sessions().stream().filter(session -> !ofNotice.contains(session)).findFirst().ifPresent(other -> {
                throw new LegalRefusal("The session on %s is not in penalty notice %s: its prosecution is for its own sessions alone.",
                        other.inWords(), approval.notice());
            });
        }
    }

    /** @return null where every session was listed to the parent */
    private String othersBecause(Approval approval) {
        var listed = listings.to(approval.pupilId(), approval.parentId());
        var other = approval.sessions().stream().filter(session -> !listed.contains(session)).findFirst();
        if (other.isPresent() && (approval.othersBecause() == null || approval.othersBecause().isBlank())) {
            throw new LegalRefusal("The session on %s was listed to the parent in no letter: leave it out, or say why it is in the charge.",
                    other.get().inWords());
        }
        return other.map(one -> approval.othersBecause()).orElse(null);
    }

    /** Submitted to Legal Services, again where they asked for further evidence (S4-05). */
    public Proceeding submitted(long id, Submission submission, String by) {
        var proceeding = require(id, ProceedingStatus::beforeCharge, "It cannot be submitted any more.");
        jdbc.sql("""
                insert into proceeding_submission (proceeding_id, submitted_on, bundle_version, bundle_sha256, submitted_by)
                values (:id, :on, :version, :sha256, :by)""").param("id", id).param("on", submission.on())
                .param("version", submission.bundleVersion()).param("sha256", submission.bundleSha256()).param("by", by).update();
        jdbc.sql("update proceeding set status = 'SUBMITTED' where id = :id").param("id", id).update();
        tell(proceeding, "S4-05", "Prosecution of %s submitted to Legal Services, version %d".formatted(name(proceeding),
                submission.bundleVersion()), by);
        return rows.get(id);
    }

    /** Legal Services take sessions out before the charge (S4-06). */
    public Proceeding struckOut(long id, Collection<SessionKey> sessions, String because, String by) {
        var proceeding = require(id, ProceedingStatus::beforeCharge, "Its sessions stay as they are.");
        var left = proceeding.sessions().stream().map(UsedSession::key).filter(key -> !sessions.contains(key)).toList();
        if (left.isEmpty()) {
            throw new LegalRefusal("At least one session has to stay in the prosecution: decline it instead.");
        }
        if (left.size() < proceeding.sessions().size()) {
            uses.letGoByProceeding(id, List.copyOf(sessions), because);
            tell(proceeding, "S4-06", "%d sessions struck out of the prosecution of %s: %s".formatted(
                    proceeding.sessions().size() - left.size(), name(proceeding), because), by);
        }
        return rows.get(id);
    }

    /** By Legal Services (S4-06); its sessions are as they were before. */
    public Proceeding declined(long id, String because, String by) {
        var proceeding = require(id, ProceedingStatus::beforeCharge, "It cannot be declined.");
        return ended(proceeding, ProceedingStatus.DECLINED, "S4-06", because, by);
    }

    /**
     * The case has ended, or was put back: what is not charged yet is dropped. A charge stays with Legal Services (settlement 16), and the
     * prosecution of an unpaid notice has an end of its own.
     */
    public List<Proceeding> drop(String caseReference, String because, String by) {
        return rows.ofCase(caseReference).stream().filter(proceeding -> proceeding.status().beforeCharge() && proceeding.notice() == null)
                .map(proceeding -> ended(proceeding, ProceedingStatus.DROPPED, "S4-04", because, by)).toList();
    }

    /** The prosecution of an unpaid notice is given up, where it was approved and has not ended. */
    public void givenUp(String notice, String because, String by) {
        ofNotice(notice).filter(proceeding -> proceeding.status().open()).ifPresent(open -> {
            var proceeding = require(open.id(), ProceedingStatus::beforeCharge, "It is before a court: Legal Services decide.");
            ended(proceeding, ProceedingStatus.DROPPED, "S4-04", because, by);
        });
    }

    /**
     * Information laid or charge issued (S4-07, S4-08).
     *
     * @param adult whether the parent is 18 or over
     * @throws LegalRefusal past the last day of a session in it, for a session whose mark was corrected, and for the Single Justice
     *     Procedure where the law has another route
     */
    public Proceeding charged(long id, Charge charge, boolean adult, String by) {
        var proceeding = require(id, ProceedingStatus::beforeCharge, "No charge can be issued.");
        if (charge.route() == Route.SINGLE_JUSTICE_PROCEDURE && charge.offence() != Offence.S444_1) {
            throw new LegalRefusal("The Single Justice Procedure is for s.444(1) only.");
        }
        if (charge.route() == Route.SINGLE_JUSTICE_PROCEDURE && !adult) {
            throw new LegalRefusal("The Single Justice Procedure is for adults only.");
        }
        if (charge.on().isAfter(calendar.today()) || charge.on().isBefore(proceeding.approvedOn())) {
            throw new LegalRefusal("A prosecution approved on %s cannot have been charged on %s.", Days.inWords(proceeding.approvedOn()),
                    Days.inWords(charge.on()));
        }
        if (charge.periodFrom().isBefore(proceeding.periodFrom()) || charge.periodTo().isAfter(proceeding.periodTo())
                || proceeding.sessions().stream().anyMatch(session -> session.date().isBefore(charge.periodFrom())
                || session.date().isAfter(charge.periodTo()))) {
            throw new LegalRefusal("The dates of the offence as charged lie within %s to %s, as approved, and hold every session in it.",
                    Days.inWords(proceeding.periodFrom()), Days.inWords(proceeding.periodTo()));
        }
        proceeding.sessions().forEach(session -> mustBeInTime(session, charge.on()));
        if (charge.on().isAfter(limits.lastDay(charge.periodFrom()))) {
            throw new LegalRefusal("The dates of the offence as charged cannot begin on %s: the last day for a charge of that day was %s.",
                    Days.inWords(charge.periodFrom()), Days.inWords(limits.lastDay(charge.periodFrom())));
        }
        ledger.of(proceeding.pupilId(), proceeding.parentId()).stream().filter(session -> session.state() == SessionState.CORRECTED)
                .map(LedgerSession::key).filter(key -> proceeding.sessions().stream().anyMatch(used -> used.key().equals(key))).findFirst()
                .ifPresent(corrected -> {
                    throw new LegalRefusal("The mark of the session on %s has been corrected since the approval: strike it out first.",
                            corrected.inWords());
                });
        jdbc.sql("""
                update proceeding set status = 'CHARGED', offence = :offence, charged_on = :on, route = :route, period_from = :from,
                    period_to = :to where id = :id""")
                .param("offence", charge.offence().name()).param("on", charge.on()).param("route", charge.route().name())
                .param("from", charge.periodFrom()).param("to", charge.periodTo()).param("id", id).update();
        tell(proceeding, "S4-07, S4-08", "%s charged on %s by %s: %s, %s to %s".formatted(name(proceeding), Days.inWords(charge.on()),
                charge.route().inWords(), charge.offence().inWords(), Days.inWords(charge.periodFrom()),
                Days.inWords(charge.periodTo())), by);
        return rows.get(id);
    }

    /** The court, and the hearing or the day to respond by, are known (S4-07, S4-08). */
    public Proceeding summoned(long id, Summons summons, String by) {
        var proceeding = require(id, status -> status == ProceedingStatus.CHARGED, "It is before no court.");
        var single = proceeding.charge().route() == Route.SINGLE_JUSTICE_PROCEDURE;
        if (single != (summons.respondBy() != null)) {
            throw new LegalRefusal("A charge by %s has %s.", proceeding.charge().route().inWords(),
                    single ? "a day to respond by and no hearing yet" : "a hearing");
        }
        var day = single ? summons.respondBy() : summons.hearingOn();
        if (day.isBefore(proceeding.charge().on())) {
            throw new LegalRefusal("%s cannot be before the charge.", single ? "The day to respond by" : "The hearing");
        }
        jdbc.sql("""
                update proceeding set court = :court, case_number = :number, hearing_on = :on, hearing_time = :time, hearing_place = :place,
                    respond_by = :respondBy where id = :id""")
                .param("court", summons.court()).param("number", summons.caseNumber()).param("on", summons.hearingOn())
                .param("time", summons.hearingTime()).param("place", summons.hearingPlace()).param("respondBy", summons.respondBy())
                .param("id", id).update();
        tell(proceeding, "S4-07, S4-08", "%s, %s: %s on %s".formatted(name(proceeding), summons.court(),
                single ? "to respond by the Single Justice Procedure" : "hearing", Days.inWords(day)), by);
        return rows.get(id);
    }

    /** The summons or charge reached the parent (S4-08). */
    public Proceeding served(long id, String how, LocalDate on, String by) {
        var proceeding = require(id, status -> status == ProceedingStatus.CHARGED, "There is nothing to serve.");
        jdbc.sql("update proceeding set served_how = :how, served_on = :on where id = :id").param("how", how).param("on", on)
                .param("id", id).update();
        tell(proceeding, "S4-08", "Served on %s on %s: %s".formatted(name(proceeding), Days.inWords(on), how), by);
        return rows.get(id);
    }

    /** The court has given another date. */
    public Proceeding hearingMoved(long id, LocalDate to, String time, String place, String because, String by) {
        var proceeding = require(id, status -> status == ProceedingStatus.CHARGED, "It has no hearing.");
        jdbc.sql("update proceeding set hearing_on = :on, hearing_time = :time, hearing_place = :place where id = :id").param("on", to)
                .param("time", time).param("place", place).param("id", id).update();
        tell(proceeding, "S4-07", "Hearing of %s moved to %s: %s".formatted(name(proceeding), Days.inWords(to), because), by);
        return rows.get(id);
    }

    /** A day in court (S4-09); where it was adjourned, the new date is the next hearing. */
    public Proceeding heard(long id, Hearing hearing, String by) {
        var proceeding = require(id, status -> status == ProceedingStatus.CHARGED, "It is not before a court.");
        if (hearing.adjournedTo() != null && !hearing.adjournedTo().isAfter(hearing.on())) {
            throw new LegalRefusal("A hearing on %s cannot be adjourned to %s.", Days.inWords(hearing.on()),
                    Days.inWords(hearing.adjournedTo()));
        }
        jdbc.sql("""
                insert into proceeding_hearing (proceeding_id, heard_on, kind, attendance, plea, adjourned_to, because, recorded_by)
                values (:id, :on, :kind, :attendance, :plea, :to, :because, :by)""").param("id", id).param("on", hearing.on())
                .param("kind", hearing.kind()).param("attendance", hearing.attendance()).param("plea", hearing.plea())
                .param("to", hearing.adjournedTo()).param("because", hearing.because()).param("by", by).update();
        if (hearing.adjournedTo() != null) {
            jdbc.sql("update proceeding set hearing_on = :on where id = :id").param("on", hearing.adjournedTo()).param("id", id).update();
        }
        tell(proceeding, "S4-09", "Hearing of %s on %s: %s".formatted(name(proceeding), Days.inWords(hearing.on()),
                hearing.adjournedTo() == null ? "concluded" : "adjourned to " + Days.inWords(hearing.adjournedTo())), by);
        return rows.get(id);
    }

    /**
     * What became of the charge (S4-10). Withdrawn or discontinued, its sessions are as they were before the prosecution.
     *
     * @param because what is to be said of it; needed for another disposal
     */
    public Proceeding concluded(long id, Outcome outcome, LocalDate on, String because, boolean supervisionOrderDirected, String by) {
        var proceeding = require(id, status -> status == ProceedingStatus.CHARGED, "It has no outcome to record.");
        if (outcome == Outcome.GUILTY_OF_S444_1_INSTEAD && proceeding.offence() == Offence.S444_1) {
            throw new LegalRefusal("The charge is of s.444(1) already.");
        }
        if (outcome == Outcome.OTHER && (because == null || because.isBlank())) {
            throw new LegalRefusal("Say what the other disposal is.");
        }
        if (on.isBefore(proceeding.charge().on()) || on.isAfter(calendar.today())) {
            throw new LegalRefusal("A charge of %s cannot have ended on %s.", Days.inWords(proceeding.charge().on()), Days.inWords(on));
        }
        jdbc.sql("""
                update proceeding set status = 'CONCLUDED', outcome = :outcome, ended_on = :on, ended_because = :because,
                    supervision_order_directed = :directed where id = :id""").param("outcome", outcome.name()).param("on", on)
                .param("because", because).param("directed", supervisionOrderDirected).param("id", id).update();
        if (!outcome.decides()) {
            uses.letGoByProceeding(id, proceeding.sessions().stream().map(UsedSession::key).toList(), outcome.inWords());
        }
        tell(proceeding, "S4-10", "Outcome for %s on %s: %s".formatted(name(proceeding), Days.inWords(on), outcome.inWords()), by);
        return rows.get(id);
    }

    /** S5-01. A sentence recorded again replaces the one before it. */
    public Proceeding sentenced(long id, Sentence sentence, String by) {
        var proceeding = requireConviction(id);
        if (proceeding.convictedOf() != Offence.S444_1A && (sentence.communityOrder() != null || sentence.prison() != null)) {
            throw new LegalRefusal("A community order or prison is for s.444(1A) only.");
        }
        if (sentence.parentingOrderMonths() != null && (sentence.parentingOrderMonths() < 1
                || sentence.parentingOrderMonths() > settings.longestParentingOrder())) {
            throw new LegalRefusal("A parenting order is at most %d months long.", settings.longestParentingOrder());
        }
        setSentenceAside(id);
        jdbc.sql("""
                insert into sentence (proceeding_id, announced_on, fine, discharge, community_order, prison, costs, surcharge,
                    parenting_order_months, parenting_programme, responsible_officer, set_aside, recorded_by)
                values (:id, :on, :fine, :discharge, :communityOrder, :prison, :costs, :surcharge, :months, :programme, :officer, false,
                    :by)""")
                .param("id", id).param("on", sentence.announcedOn()).param("fine", sentence.fine()).param("discharge", sentence.discharge())
                .param("communityOrder", sentence.communityOrder()).param("prison", sentence.prison()).param("costs", sentence.costs())
                .param("surcharge", sentence.surcharge()).param("months", sentence.parentingOrderMonths())
                .param("programme", sentence.parentingProgramme()).param("officer", sentence.responsibleOfficer()).param("by", by).update();
        tell(proceeding, "S5-01", "Sentence of %s on %s: %s".formatted(name(proceeding), Days.inWords(sentence.announcedOn()),
                sentence.inWords()), by);
        return rows.get(id);
    }

    /**
     * An appeal, reopening or statutory declaration, and later its result. A conviction quashed is an acquittal; one that is set aside
     * to be heard again is a charge again, with a hearing to be fixed.
     */
    public Proceeding challenged(long id, Challenge challenge, String by) {
        var proceeding = requireConviction(id);
        jdbc.sql("""
                insert into proceeding_challenge (proceeding_id, kind, made_on, result, in_words, against, recorded_by)
                values (:id, :kind, :on, :result, :words, :against, :by)""").param("id", id).param("kind", challenge.kind().name())
                .param("on", challenge.on()).param("result", challenge.result().name()).param("words", challenge.inWords())
                .param("against", proceeding.outcome().name()).param("by", by).update();
        switch (challenge.result()) {
            case QUASHED -> {
                jdbc.sql("update proceeding set outcome = 'NOT_GUILTY' where id = :id").param("id", id).update();
                setSentenceAside(id);
            }
            case HEARD_AGAIN -> {
                jdbc.sql("""
                        update proceeding set status = 'CHARGED', outcome = null, ended_on = null, ended_because = null,
                            stage_five_end = null, stage_five_ended_on = null where id = :id""").param("id", id).update();
                setSentenceAside(id);
            }
            default -> { }
        }
        tell(proceeding, "S4-10", "%s by %s on %s: %s".formatted(capital(challenge.kind().inWords()), name(proceeding),
                Days.inWords(challenge.on()), challenge.result().inWords()), by);
        return rows.get(id);
    }

    /** Support after the conviction has ended (settlement 12). */
    public Proceeding stageFiveEnded(long id, StageFiveEnd end, String by) {
        var proceeding = requireConviction(id);
        jdbc.sql("update proceeding set stage_five_end = :end, stage_five_ended_on = :on where id = :id").param("end", end.name())
                .param("on", calendar.today()).param("id", id).update();
        tell(proceeding, "S5-01", "Stage 5 for %s ended: %s".formatted(name(proceeding),
                end == StageFiveEnd.SUSTAINED ? "attendance is regular" : "absence continued"), by);
        return rows.get(id);
    }

    /** @throws IllegalArgumentException when there is no such prosecution */
    @Transactional(readOnly = true)
    public Proceeding get(long id) {
        return rows.get(id);
    }

    /** In the order of their approval. */
    @Transactional(readOnly = true)
    public List<Proceeding> of(String caseReference) {
        return rows.ofCase(caseReference);
    }

    /** Of this parent about this child, the newest first, from whatever case. */
    @Transactional(readOnly = true)
    public List<Proceeding> ofParent(long pupilId, long parentId) {
        return rows.ofParent(pupilId, parentId);
    }

    /** Whether absence went on after the conviction of a parent whose prosecution was approved on {@code since} or later. */
    @Transactional(readOnly = true)
    public boolean absenceContinued(String caseReference, LocalDate since) {
        return any(caseReference, since, proceeding -> proceeding.guilty() && proceeding.stageFiveEnd() == StageFiveEnd.ABSENCE_CONTINUED);
    }

    /** Whether a parent whose prosecution was approved on {@code since} or later was convicted and attendance has been regular since. */
    @Transactional(readOnly = true)
    public boolean sustained(String caseReference, LocalDate since) {
        return any(caseReference, since, proceeding -> proceeding.guilty() && proceeding.stageFiveEnd() == StageFiveEnd.SUSTAINED);
    }

    /** Whether a prosecution of the case has been approved and has not ended. */
    @Transactional(readOnly = true)
    public boolean anyOpen(String caseReference) {
        return rows.ofCase(caseReference).stream().anyMatch(proceeding -> proceeding.status().open());
    }

    /** Of the unpaid notice, the newest: one that is approved again after Legal Services had declined it is another. */
    @Transactional(readOnly = true)
    public Optional<Proceeding> ofNotice(String notice) {
        return rows.ofNotice(notice);
    }

    /** Those of unpaid notices go their own way beside the case. */
    private boolean any(String caseReference, LocalDate since, Predicate<Proceeding> such) {
        return rows.ofCase(caseReference).stream()
                .filter(proceeding -> proceeding.notice() == null && !proceeding.approvedOn().isBefore(since)).anyMatch(such);
    }

    private Proceeding ended(Proceeding proceeding, ProceedingStatus status, String step, String because, String by) {
        jdbc.sql("update proceeding set status = :status, ended_on = :on, ended_because = :because where id = :id")
                .param("status", status.name()).param("on", calendar.today()).param("because", because)
                .param("id", proceeding.id()).update();
        uses.letGoByProceeding(proceeding.id(), proceeding.sessions().stream().map(UsedSession::key).toList(), status.inWords());
        tell(proceeding, step, "Prosecution of %s %s: %s".formatted(name(proceeding), status.inWords(), because), by);
        return rows.get(proceeding.id());
    }

    private void mustBeInTime(UsedSession session, LocalDate chargedOn) {
        var lastDay = limits.lastDay(session.date());
        if (chargedOn.isAfter(lastDay)) {
            throw new LegalRefusal("The charge of %s is too late for the session on %s: its last day was %s.", Days.inWords(chargedOn),
                    session.key().inWords(), Days.inWords(lastDay));
        }
    }

    private Proceeding require(long id, Predicate<ProceedingStatus> allowed, String otherwise) {
        var proceeding = rows.locked(id);
        if (!allowed.test(proceeding.status())) {
            throw new LegalRefusal("The prosecution is %s. %s", proceeding.status().inWords(), otherwise);
        }
        return proceeding;
    }

    private Proceeding requireConviction(long id) {
        var proceeding = rows.locked(id);
        if (!proceeding.guilty()) {
            throw new LegalRefusal("Nobody was convicted in these proceedings.");
        }
        return proceeding;
    }

    private void setSentenceAside(long id) {
        jdbc.sql("update sentence set set_aside = true where proceeding_id = :id").param("id", id).update();
    }

    private String name(Proceeding proceeding) {
        return parents.get(proceeding.parentId()).name();
    }

    private void tell(Proceeding proceeding, String step, String what, String by) {
        chronology.write(proceeding.caseReference(), step, what, by);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
