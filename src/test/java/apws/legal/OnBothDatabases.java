package apws.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.calendar.PostClass;
import apws.legal.LegalOffice.Family;
import apws.register.Session;
import apws.register.SessionKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the tests of notices and prosecutions have in common. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnBothDatabases {

    static final String MANAGER = "m.osei";
    static final NoticeTerms FIRST = new NoticeTerms(new BigDecimal("80.00"), new BigDecimal("160.00"), 21, 28);
    static final NoticeTerms SECOND = new NoticeTerms(null, new BigDecimal("160.00"), null, 28);

    LegalOffice office;
    Ledger ledger;
    PenaltyNotices notices;
    Proceedings proceedings;

    abstract LegalOffice start() throws Exception;

    @BeforeAll
    void begin() throws Exception {
        office = start();
        ledger = office.ledger();
        notices = office.notices();
        proceedings = office.proceedings();
    }

    @AfterAll
    void end() throws Exception {
        office.close();
    }

    /** A family whose child was absent without leave, morning and afternoon, on these days. */
    Family absent(String... days) {
        var family = office.family();
        for (var day : days) {
            office.marks(family, day, "OO");
        }
        return family;
    }

    PenaltyNotice issue(Family to, NoticeTerms terms, int earlier, String... days) {
        return notices.issue(new NoticeRequest(to.caseReference(), to.pupilId(), to.mother(), sessions(days), earlier, 0, terms), MANAGER);
    }

    /** Issued and posted on 1 October 2026, a Thursday: received on Monday the 5th. */
    PenaltyNotice received(Family by, String... days) {
        office.itIs("2026-10-01");
        var notice = issue(by, FIRST, 0, days);
        return notices.served(notice.number(), new NoticeService(day("2026-10-01"), PostClass.FIRST_CLASS, null, null), MANAGER);
    }

    PenaltyNotice pay(PenaltyNotice notice, String on, String amount) {
        return notices.paid(notice.number(), new NoticePayment(day(on), new BigDecimal(amount), "card"), MANAGER);
    }

    /** Of the unpaid notice that holds these sessions, if one does. */
    Proceeding approve(Family family, long parent, Offence offence, String... days) {
        var notice = notices.of(family.pupilId(), parent).stream().filter(one -> one.status() == NoticeStatus.TO_BE_PROSECUTED)
                .filter(one -> one.sessions().stream().map(UsedSession::key).toList().containsAll(sessions(days))).findFirst();
        return approve(notice.map(PenaltyNotice::number).orElse(null), family, parent, offence, days);
    }

    /** Of the unpaid notice to the mother, for sessions of these days. */
    Proceeding approve(PenaltyNotice notice, Family family, String... days) {
        return approve(notice.number(), family, family.mother(), Offence.S444_1, days);
    }

    private Proceeding approve(String notice, Family family, long parent, Offence offence, String... days) {
        var from = Arrays.stream(days).min(String::compareTo).orElseThrow();
        var to = Arrays.stream(days).max(String::compareTo).orElseThrow();
        return proceedings.approve(new Approval(family.caseReference(), family.pupilId(), parent, offence, day(from), day(to),
                sessions(days), "e.wood", MANAGER, notice, "No letter listed any in these tests"));
    }

    Charge charge(long id, Offence offence, Route route, String on) {
        var approved = proceedings.get(id);
        if (approved.sessions().isEmpty()) {
            return new Charge(offence, day(on), route, approved.periodFrom(), approved.periodTo());
        }
        var days = approved.sessions().stream().map(UsedSession::date).sorted().toList();
        return new Charge(offence, day(on), route, days.get(0), days.get(days.size() - 1));
    }

    static Summons summons(String hearingOn) {
        return Summons.toHearing("Fairhaven Magistrates' Court", null, day(hearingOn), "10:00", "Court 2");
    }

    SessionState state(Family family, long parent, String session) {
        return session(family, parent, session).state();
    }

    LedgerSession session(Family family, long parent, String session) {
        return ledger.of(family.pupilId(), parent).stream().filter(each -> each.key().equals(SessionKey.parse(session))).findFirst()
                .orElseThrow();
    }

    static List<SessionKey> sessions(String... days) {
        return Arrays.stream(days).flatMap(day -> Arrays.stream(Session.values()).map(half -> new SessionKey(day(day), half))).toList();
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static void refused(String sentence, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(LegalRefusal.class).hasMessageContaining(sentence);
    }

    static void pounds(BigDecimal amount, String expected) {
        assertThat(amount).isEqualByComparingTo(expected);
    }
}
