package apws.legal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether every penalty notice keeps within its limits, by rule: for any database on which cases were followed (settlement 14). */
public final class TrueNotices {

    private static final Period TIME_LIMIT = Period.ofMonths(6);
    private static final Period MARGIN = Period.ofDays(42);
    private static final Period COUNTS_FOR = Period.ofYears(3);
    private static final int MOST = 2;

    /**
     * @param receivedOn null before it is served: its days are then not known
     * @param ground     on which it came inside a letter's days, by its code; null where none was needed
     */
    record Issued(long id, String number, long pupilId, long parentId, LocalDate issuedOn, LocalDate receivedOn, int fullDays, String status,
                  String ground) {
    }

    /** @param grounds by their codes, separated by commas */
    record StepInput(String letter, LocalDate receivedOn, LocalDate lastDay, String grounds) {
    }

    public static List<String> denied(JdbcClient database) {
        var denied = new ArrayList<String>();
        var all = database.sql("""
                select n.id, n.number, n.pupil_id, n.parent_id, n.issued_on, n.received_on, n.full_days, n.status,
                    (select max(g.TEXT_) from ACT_HI_VARINST v join ACT_HI_VARINST g on g.PROC_INST_ID_ = v.PROC_INST_ID_
                     where v.NAME_ = 'noticeNumber' and v.TEXT_ = n.number and g.NAME_ = 'earlyGround') as ground
                from penalty_notice n order by n.id""").query(Issued.class).list();
        for (var notice : all) {
            var sessions = database.sql("select session_on from session_use where notice_id = :id").param("id", notice.id())
                    .query(LocalDate.class).list();
            var given = database.sql("""
                    select letter, received_on, last_day, grounds from letter_window
                    where pupil_id = :pupil and parent_id = :parent and void_since is null""")
                    .param("pupil", notice.pupilId()).param("parent", notice.parentId()).query(StepInput.class).list();
            denied(notice, sessions, given, all).forEach(rule -> denied.add(notice.number() + ": " + rule));
        }
        return denied;
    }

    static List<String> denied(Issued notice, List<LocalDate> sessions, List<StepInput> letters, List<Issued> all) {
        var denied = new ArrayList<String>();
        var chargeableUntil = notice.receivedOn() == null ? notice.issuedOn() : notice.receivedOn().plusDays(notice.fullDays() - 1L).plus(MARGIN);
        sessions.stream().filter(session -> session.plus(TIME_LIMIT).isBefore(chargeableUntil)).forEach(session -> denied.add(
                "the session of %s can be charged until %s, and must be until %s".formatted(session, session.plus(TIME_LIMIT), chargeableUntil)));
        letters.stream().filter(letter -> !notice.issuedOn().isBefore(letter.receivedOn()) && !notice.issuedOn().isAfter(letter.lastDay()))
                .filter(letter -> notice.ground() == null || !List.of(letter.grounds().split(",")).contains(notice.ground()))
                .forEach(letter -> denied.add("issued on %s inside the days of %s, on no ground that it named".formatted(notice.issuedOn(),
                        letter.letter())));
        if (all.stream().filter(other -> other.pupilId() == notice.pupilId() && other.parentId() == notice.parentId()
                && !other.status().equals("WITHDRAWN") && !other.issuedOn().isAfter(notice.issuedOn())
                && other.issuedOn().isAfter(notice.issuedOn().minus(COUNTS_FOR))).count() > MOST) {
            denied.add("a third to this parent for this child within three years");
        }
        return denied;
    }

    private TrueNotices() {
    }
}
