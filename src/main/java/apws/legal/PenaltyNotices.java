package apws.legal;

import apws.calendar.Days;
import apws.calendar.PostClass;
import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.imports.ClusterLock;
import apws.legal.SessionUses.Row;
import apws.pupil.Parents;
import apws.register.SessionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Penalty notices from their issue to their end (S2-12, settlement 14). Each of a case is told in its chronology. */
@Component
@Transactional
public class PenaltyNotices {

    private static final String STEP = "S2-12";

    private static final String SELECT = """
            select id, number, case_reference, pupil_id, parent_id, issued_on, issued_by, which, elsewhere, lower_amount, lower_days,
                full_amount, full_days, status, posted_on, post_class, received_on, received_because, ended_on, ended_by, ended_because,
                withdrawn_on_ground, refund, printed_for, printed_class, (select c.number from penalty_notice c where c.id = n.corrects) as corrects
            from penalty_notice n
            """;

    private final JdbcClient jdbc;
    private final SessionUses uses;
    private final Ledger ledger;
    private final Parents parents;
    private final Windows windows;
    private final Cases cases;
    private final Listings listings;
    private final ClusterLock turn;
    private final Chronology chronology;
    private final SchoolCalendar calendar;
    private final LegalSettings settings;

    PenaltyNotices(JdbcClient jdbc, SessionUses uses, Ledger ledger, Parents parents, Windows windows, Cases cases, Listings listings, ClusterLock turn,
                   Chronology chronology, SchoolCalendar calendar, LegalSettings settings) {
        this.jdbc = jdbc;
        this.uses = uses;
        this.ledger = ledger;
        this.parents = parents;
        this.windows = windows;
        this.cases = cases;
        this.listings = listings;
        this.turn = turn;
        this.chronology = chronology;
        this.calendar = calendar;
        this.settings = settings;
    }

    private record Stored(long id, PenaltyNotice notice) {
    }

    /**
     * Issues the notice today. Its sessions are the parent's under notice from then on.
     *
     * @throws LegalRefusal when a session is not free or proceedings for it are contemplated, or when the number of earlier notices, on
     *     which the terms rest, has changed
     */
    public PenaltyNotice issue(NoticeRequest request, String by) {
        turn.take("penalty notices");
        ledger.mustBeParent(request.pupilId(), request.parentId(), request.sessions());
        var today = calendar.today();
        var earlier = earlier(request.pupilId(), request.parentId(), today) + request.elsewhere();
        if (earlier != request.earlier()) {
            throw new LegalRefusal("Earlier notices to this parent for this child were counted as %d and are %d: look the amount up again.",
                    request.earlier(), earlier);
        }
        windows.running(request.pupilId(), request.parentId()).stream()
                .filter(window -> request.early() == null || !window.grounds().contains(request.early())).findFirst().ifPresent(window -> {
                    throw new LegalRefusal("A letter (%s) gave this parent until %s: a notice comes earlier only on a ground that it named.",
                            window.letter(), Days.inWords(window.lastDay()));
                });
        mustNotBeContemplated(request);
        var sessions = ledger.forNotice(request.pupilId(), request.parentId(), request.sessions(), chargeableUntil(request.terms()));
        return issue(request, sessions, null, by);
    }

    /**
     * Issues today, with the withdrawal of a notice that held a material error, a corrected one for the same offence: to the same parent,
     * for no session that was not in the other. Only so can its sessions still come before a court (settlement 14).
     *
     * @param withdrawn the number of the notice withdrawn today
     * @throws LegalRefusal when it was withdrawn on another day or ground or is corrected already, or for a session that was not in it or
     *     cannot be in a notice any more
     */
    public PenaltyNotice issueCorrected(String withdrawn, List<SessionKey> wanted, int elsewhere, NoticeTerms terms, String by) {
        turn.take("penalty notices");
        var stored = locked(withdrawn);
        var notice = stored.notice();
        if (notice.ground() != WithdrawalGround.MATERIAL_ERROR || !calendar.today().equals(notice.endedOn())) {
            throw new LegalRefusal("A corrected notice is given with the withdrawal of one that held a material error: %s was not withdrawn so "
                    + "today.", withdrawn);
        }
        if (jdbc.sql("select count(*) from penalty_notice where corrects = :id").param("id", stored.id()).query(Long.class).single() > 0) {
            throw new LegalRefusal("Penalty notice %s has been corrected already.", withdrawn);
        }
        var earlier = earlier(notice.pupilId(), notice.parentId(), calendar.today()) + elsewhere;
        var sessions = ledger.forCorrectedNotice(notice.pupilId(), notice.parentId(), withdrawn, wanted, chargeableUntil(terms));
        return issue(new NoticeRequest(notice.caseReference(), notice.pupilId(), notice.parentId(), wanted, earlier, elsewhere, terms),
                sessions, stored.id(), by);
    }

    private PenaltyNotice issue(NoticeRequest request, List<UsedSession> sessions, Long corrects, String by) {
        var today = calendar.today();
        var number = "PN-%d-%05d".formatted(today.getYear(),
                jdbc.sql("select nextval('penalty_notice_number')").query(Long.class).single());
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into penalty_notice (number, case_reference, pupil_id, parent_id, issued_on, issued_by, which, elsewhere,
                    lower_amount, lower_days, full_amount, full_days, status, corrects)
                values (:number, :case, :pupil, :parent, :on, :by, :which, :elsewhere, :lowerAmount, :lowerDays, :fullAmount, :fullDays,
                    'ISSUED', :corrects)""")
                .param("number", number).param("case", request.caseReference()).param("pupil", request.pupilId())
                .param("parent", request.parentId()).param("on", today).param("by", by).param("which", request.earlier() + 1)
                .param("elsewhere", request.elsewhere()).param("lowerAmount", request.terms().lowerAmount())
                .param("lowerDays", request.terms().lowerDays()).param("fullAmount", request.terms().fullAmount())
                .param("fullDays", request.terms().fullDays()).param("corrects", corrects).update(key, "id");
        uses.takeForNotice(key.getKeyAs(Long.class), request.pupilId(), request.parentId(), sessions);
        var issued = get(number);
        tell(issued, issued.corrects() == null
                ? "Penalty notice %s issued to %s for %d sessions".formatted(number, name(issued), sessions.size())
                : "Penalty notice %s issued to %s for %d sessions, as a correction of %s".formatted(number, name(issued), sessions.size(),
                        issued.corrects()), by);
        return issued;
    }

    /** Records how the notice reached the parent; once more where it came back and was sent again. Its days begin with the receipt. */
    public PenaltyNotice served(String number, NoticeService service, String by) {
        var stored = locked(number);
        var notice = stored.notice();
        if (!notice.status().open()) {
            throw wrongState(notice, "It can no longer be served.");
        }
        if (!notice.payments().isEmpty() && notice.receivedOn() != null) {
            throw new LegalRefusal("Penalty notice %s has been paid in part: its days stay as they are.", number);
        }
        if (service.postedOn().isBefore(notice.issuedOn()) || service.postedOn().isAfter(calendar.today())) {
            throw new LegalRefusal("A notice issued on %s cannot have been posted on %s.", Days.inWords(notice.issuedOn()),
                    Days.inWords(service.postedOn()));
        }
        var presumed = calendar.received(service.postedOn(), service.postClass());
        if (service.receivedOn() != null && service.receivedOn().isBefore(service.postedOn())) {
            throw new LegalRefusal("A notice posted on %s cannot have been received on %s.", Days.inWords(service.postedOn()),
                    Days.inWords(service.receivedOn()));
        }
        if (service.receivedOn() != null && (service.receivedBecause() == null || service.receivedBecause().isBlank())) {
            throw new LegalRefusal("Say what shows that the notice was received on %s.", Days.inWords(service.receivedOn()));
        }
        if (service.receivedOn() != null && service.receivedOn().isBefore(presumed)) {
            throw new LegalRefusal("A notice posted on %s, %s, counts as received on %s: its days move only where a later day is shown.",
                    Days.inWords(service.postedOn()), service.postClass().inWords(), Days.inWords(presumed));
        }
        if (notice.printedFor() != null && !presumed.equals(calendar.received(notice.printedFor(), notice.printedClass()))) {
            throw new LegalRefusal("The notice as it was printed is to be posted on %s, %s, and states its days from there. Posted on %s, %s, "
                    + "it would state wrong ones: print it again for the day on which it is posted.", Days.inWords(notice.printedFor()),
                    notice.printedClass().inWords(), Days.inWords(service.postedOn()), service.postClass().inWords());
        }
        jdbc.sql("""
                update penalty_notice set status = 'SERVED', posted_on = :posted, post_class = :class, received_on = :received,
                    received_because = :because where id = :id""")
                .param("posted", service.postedOn()).param("class", service.postClass().inWords())
                .param("received", service.receivedOn() != null ? service.receivedOn() : presumed)
                .param("because", service.receivedOn() == null ? null : service.receivedBecause()).param("id", stored.id()).update();
        var served = settle(stored.id(), by);
        tell(served, "Penalty notice %s posted on %s, received on %s: it can be paid until %s".formatted(number,
                Days.inWords(served.postedOn()), Days.inWords(served.receivedOn()), Days.inWords(served.lastDay())), by);
        return served;
    }

    /**
     * The notice is printed to be posted on that day: its days on paper are counted from there, and no other posting is recorded for it.
     *
     * @return the day of receipt from which they are counted
     */
    public LocalDate printed(String number, LocalDate toBePosted, PostClass by) {
        var stored = locked(number);
        if (toBePosted.isBefore(calendar.today())) {
            throw new LegalRefusal("A notice printed today cannot be posted on %s.", Days.inWords(toBePosted));
        }
        jdbc.sql("update penalty_notice set printed_for = :on, printed_class = :class where id = :id").param("on", toBePosted)
                .param("class", by.name()).param("id", stored.id()).update();
        return calendar.received(toBePosted, by);
    }

    /**
     * The post brought the notice back: its days have not begun. It is served again, with new days.
     *
     * @return whether it has to be; not one that is not open or has been paid in part, which its parent evidently has
     */
    public boolean returned(String number, String by) {
        var stored = locked(number);
        if (stored.notice().status() != NoticeStatus.SERVED || !stored.notice().payments().isEmpty()) {
            return false;
        }
        jdbc.sql("""
                update penalty_notice set status = 'ISSUED', posted_on = null, post_class = null, received_on = null, received_because = null
                where id = :id""").param("id", stored.id()).update();
        tell(stored.notice(), "Penalty notice %s came back: it is to be served again, and its days begin then".formatted(number), by);
        return true;
    }

    /** The last day of a notice on these terms that is issued and posted first class today. */
    @Transactional(readOnly = true)
    public LocalDate lastDayIfPostedToday(NoticeTerms terms) {
        return terms.lastDay(calendar.received(calendar.today(), PostClass.FIRST_CLASS));
    }

    /** Until when a session must be chargeable to go into a notice on these terms today: its days and the margin after them. */
    @Transactional(readOnly = true)
    public LocalDate chargeableUntil(NoticeTerms terms) {
        return lastDayIfPostedToday(terms).plus(settings.chargeableAfterNotice());
    }

    /**
     * Records money that came in. The notice is discharged when enough has come in, in time; a part, or money too late, is kept on record
     * and discharges nothing. Enough that came in in time, and is recorded later, still discharges it.
     */
    public PenaltyNotice paid(String number, NoticePayment payment, String by) {
        var stored = locked(number);
        var notice = stored.notice();
        if (notice.status() == NoticeStatus.PAID || notice.status() == NoticeStatus.WITHDRAWN) {
            throw wrongState(notice, "Nothing is owed: the money goes back.");
        }
        mustNotBeProsecuted(stored);
        if (payment.amount().signum() <= 0) {
            throw new LegalRefusal("A payment is more than nothing.");
        }
        if (payment.on().isBefore(notice.issuedOn()) || payment.on().isAfter(calendar.today())) {
            throw new LegalRefusal("A notice issued on %s cannot have been paid on %s.", Days.inWords(notice.issuedOn()),
                    Days.inWords(payment.on()));
        }
        jdbc.sql("""
                insert into penalty_notice_payment (notice_id, paid_on, amount, reference, recorded_at, recorded_by)
                values (:notice, :on, :amount, :reference, :at, :by)""")
                .param("notice", stored.id()).param("on", payment.on()).param("amount", payment.amount())
                .param("reference", payment.reference()).param("at", calendar.now().atOffset(ZoneOffset.UTC)).param("by", by).update();
        var settled = settle(stored.id(), by);
        tell(settled, "Penalty notice %s: £%s paid on %s, %s".formatted(number, payment.amount().toPlainString(),
                Days.inWords(payment.on()), settled.status() == NoticeStatus.PAID ? "which discharges it"
                        : settled.over(payment.on()) ? "too late to discharge it" : "which does not discharge it yet"), by);
        return settled;
    }

    /** Tells that the lower amount is enough no more; of a notice without one there is nothing to tell. */
    public void lowerAmountOver(String number, String by) {
        var notice = get(number);
        if (notice.terms().lowerAmount() != null) {
            tell(notice, "Penalty notice %s: £%s was enough until %s; £%s is due until %s".formatted(number,
                    notice.terms().lowerAmount().toPlainString(), Days.inWords(notice.lastDayLower()),
                    notice.terms().fullAmount().toPlainString(), Days.inWords(notice.lastDay())), by);
        }
    }

    /** Tells that the notice's days have ended, and what has been paid of it. */
    public void daysOver(String number, String by) {
        var notice = get(number);
        tell(notice, "Penalty notice %s was not paid in full by %s: £%s paid".formatted(number, Days.inWords(notice.lastDay()),
                notice.paid().toPlainString()), by);
    }

    /**
     * Withdraws the notice; what was paid goes back. Nobody is prosecuted for its sessions: after a material error they can go into a
     * corrected notice given with the withdrawal ({@link #issueCorrected}), otherwise nothing follows for them.
     */
    public PenaltyNotice withdrawn(String number, WithdrawalGround ground, String because, String by) {
        var stored = locked(number);
        var notice = stored.notice();
        if (notice.status() == NoticeStatus.WITHDRAWN) {
            throw wrongState(notice, "It cannot be withdrawn again.");
        }
        mustNotBeProsecuted(stored);
        var unpaid = notice.status() != NoticeStatus.PAID && notice.over(calendar.today());
        if (ground == WithdrawalGround.UNPAID_AND_NOT_PROSECUTED && !unpaid) {
            throw new LegalRefusal("Penalty notice %s cannot be withdrawn as unpaid: its days have not ended unpaid.", number);
        }
        end(stored.id(), NoticeStatus.WITHDRAWN, because, by);
        jdbc.sql("update penalty_notice set withdrawn_on_ground = :ground, refund = :refund where id = :id")
                .param("ground", ground.name()).param("refund", notice.paid()).param("id", stored.id()).update();
        if (ground == WithdrawalGround.MATERIAL_ERROR) {
            uses.letGoByNotice(stored.id(), ground.inWords());
        }
        tell(notice, "Penalty notice %s withdrawn: %s. To be paid back: £%s".formatted(number, ground.inWords(),
                notice.paid().toPlainString()), by);
        return get(number);
    }

    /** Not paid when its days have ended: the original offence is to be prosecuted, and its sessions can be charged. */
    public PenaltyNotice toBeProsecuted(String number, String because, String by) {
        var stored = locked(number);
        var notice = stored.notice();
        if (notice.status() != NoticeStatus.SERVED) {
            throw wrongState(notice, "Only a notice that was served and not paid can be prosecuted.");
        }
        if (!notice.over(calendar.today())) {
            throw new LegalRefusal("Penalty notice %s can be paid until %s: nobody can be prosecuted before.", number,
                    Days.inWords(notice.lastDay()));
        }
        end(stored.id(), NoticeStatus.TO_BE_PROSECUTED, because, by);
        tell(notice, "Penalty notice %s was not paid: to be prosecuted".formatted(number), by);
        return get(number);
    }

    /** @throws IllegalArgumentException when there is no such notice */
    @Transactional(readOnly = true)
    public PenaltyNotice get(String number) {
        return find(number).orElseThrow(() -> new IllegalArgumentException("There is no penalty notice " + number));
    }

    @Transactional(readOnly = true)
    public Optional<PenaltyNotice> find(String number) {
        return jdbc.sql(SELECT + "where number = :number").param("number", number).query(this::stored).optional().map(Stored::notice);
    }

    /** The corrected notice that was given with the withdrawal of this one. */
    @Transactional(readOnly = true)
    public Optional<PenaltyNotice> correctionOf(String number) {
        return jdbc.sql(SELECT + "where n.corrects = (select id from penalty_notice where number = :number)").param("number", number)
                .query(this::stored).optional().map(Stored::notice);
    }

    /** To this parent about this child, the newest first. */
    @Transactional(readOnly = true)
    public List<PenaltyNotice> of(long pupilId, long parentId) {
        return jdbc.sql(SELECT + "where pupil_id = :pupil and parent_id = :parent order by id desc").param("pupil", pupilId)
                .param("parent", parentId).query(this::stored).list().stream().map(Stored::notice).toList();
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<PenaltyNotice> ofCase(String caseReference) {
        return jdbc.sql(SELECT + "where case_reference = :case order by id").param("case", caseReference).query(this::stored).list()
                .stream().map(Stored::notice).toList();
    }

    /**
     * How many of this authority's notices to this parent about this child count towards a further one issued on {@code on}: not withdrawn
     * ones, nor those whose prosecution ended without a conviction, nor those from before the national framework (settlement 14).
     */
    @Transactional(readOnly = true)
    public int earlier(long pupilId, long parentId, LocalDate on) {
        return jdbc.sql("""
                select count(*) from penalty_notice n where n.pupil_id = :pupil and n.parent_id = :parent and n.status <> 'WITHDRAWN'
                and n.issued_on > :since and n.issued_on >= :framework and n.issued_on <= :on
                and (n.status <> 'TO_BE_PROSECUTED' or not exists (%1$s p.status = 'CONCLUDED' and p.outcome not in (:guilty))
                    or exists (%1$s v.standing_key is not null
                        and (p.outcome in (:guilty) or p.status in ('APPROVED', 'SUBMITTED', 'CHARGED'))))"""
                .formatted("""
                        select 1 from session_use u join session_use v on v.pupil_id = u.pupil_id and v.parent_id = u.parent_id
                        and v.session_on = u.session_on and v.session_half = u.session_half join proceeding p on p.id = v.proceeding_id
                        where u.notice_id = n.id and"""))
                .param("pupil", pupilId).param("parent", parentId).param("since", on.minus(settings.noticesCountFor()))
                .param("framework", settings.noticesCountFrom()).param("on", on)
                .param("guilty", Arrays.stream(Outcome.values()).filter(Outcome::guilty).map(Enum::name).toList())
                .query(Integer.class).single();
    }

    /** A notice for which enough came in in time is paid, whatever it was before. */
    private PenaltyNotice settle(long id, String by) {
        var notice = jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::stored).single().notice();
        if (!notice.discharged()) {
            return notice;
        }
        end(id, NoticeStatus.PAID, "paid", by);
        return get(notice.number());
    }

    private void end(long id, NoticeStatus status, String because, String by) {
        jdbc.sql("update penalty_notice set status = :status, ended_on = :on, ended_by = :by, ended_because = :because where id = :id")
                .param("status", status.name()).param("on", calendar.today()).param("by", by).param("because", because)
                .param("id", id).update();
    }

    private Stored locked(String number) {
        jdbc.sql("select id from penalty_notice where number = :number for update").param("number", number).query(Long.class).optional();
        return jdbc.sql(SELECT + "where number = :number").param("number", number).query(this::stored).optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no penalty notice " + number));
    }

    private void mustNotBeProsecuted(Stored stored) {
        if (uses.ofNotice(stored.id()).stream().anyMatch(use -> !use.standing() && !use.letGo())) {
            throw new LegalRefusal("Penalty notice %s is being prosecuted: Legal Services have to strike its sessions out first.",
                    stored.notice().number());
        }
    }

    /** None while proceedings for its sessions are contemplated (settlement 14); those that have begun are the ledger's. */
    private void mustNotBeContemplated(NoticeRequest request) {
        var contemplated = cases.openCaseOf(request.pupilId())
                .map(open -> listings.contemplated(open.reference(), request.pupilId(), request.parentId())).orElse(Map.of());
        request.sessions().stream().filter(contemplated::containsKey).findFirst().ifPresent(session -> {
            throw new LegalRefusal("The session on %s cannot be in a notice: it was listed to this parent (%s), and proceedings for it are "
                    + "contemplated.", session.inWords(), contemplated.get(session));
        });
    }

    private static LegalRefusal wrongState(PenaltyNotice notice, String sentence) {
        return new LegalRefusal("Penalty notice %s is %s. %s", notice.number(), notice.status().inWords(), sentence);
    }

    private String name(PenaltyNotice notice) {
        return parents.get(notice.parentId()).name();
    }

    private void tell(PenaltyNotice notice, String what, String by) {
        if (notice.caseReference() != null) {
            chronology.write(notice.caseReference(), STEP, what, by);
        }
    }

    private Stored stored(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var ground = row.getString("withdrawn_on_ground");
        var printedClass = row.getString("printed_class");
        var terms = new NoticeTerms(row.getBigDecimal("lower_amount"), row.getBigDecimal("full_amount"),
                row.getObject("lower_days", Integer.class), row.getInt("full_days"));
        return new Stored(id, new PenaltyNotice(row.getString("number"), row.getString("case_reference"), row.getLong("pupil_id"),
                row.getLong("parent_id"), uses.ofNotice(id).stream().map(Row::session).toList(), row.getInt("which"),
                row.getInt("elsewhere"), terms, row.getObject("issued_on", LocalDate.class), row.getString("issued_by"),
                row.getObject("printed_for", LocalDate.class), printedClass == null ? null : PostClass.valueOf(printedClass),
                row.getObject("posted_on", LocalDate.class), row.getString("post_class"), row.getObject("received_on", LocalDate.class),
                row.getString("received_because"),
                NoticeStatus.valueOf(row.getString("status")), payments(id), row.getObject("ended_on", LocalDate.class),
                row.getString("ended_by"), row.getString("ended_because"), ground == null ? null : WithdrawalGround.valueOf(ground),
                row.getBigDecimal("refund"), row.getString("corrects")));
    }

    private List<NoticePayment> payments(long noticeId) {
        return jdbc.sql("select paid_on, amount, reference from penalty_notice_payment where notice_id = :notice order by paid_on, id")
                .param("notice", noticeId)
                .query((row, number) -> new NoticePayment(row.getObject("paid_on", LocalDate.class), row.getBigDecimal("amount"),
                        row.getString("reference"))).list();
    }
}
