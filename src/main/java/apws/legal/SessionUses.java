package apws.legal;

import apws.calendar.SchoolCalendar;
import apws.register.Session;
import apws.register.SessionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which notice or prosecution uses which session against which parent. A use that ended stays on record. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SessionUses {

    private static final String SELECT = """
            select u.pupil_id, u.parent_id, u.session_on, u.session_half, u.code, u.notice_id, u.proceeding_id, u.standing_key, u.let_go_on,
                n.number, n.status as notice_status, n.received_on, n.full_days, p.status as proceeding_status
            from session_use u left join penalty_notice n on n.id = u.notice_id left join proceeding p on p.id = u.proceeding_id
            """;

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    SessionUses(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** A use as it stands now. */
    record Row(long pupilId, long parentId, UsedSession session, String notice, NoticeStatus noticeStatus, LocalDate noticeReceivedOn,
               int noticeDays, Long proceeding, ProceedingStatus proceedingStatus, boolean standing, boolean letGo) {

        SessionUse use() {
            return new SessionUse(parentId, session.date(), session.half(), session.code(), notice, proceeding, standing);
        }

        /** Whether this is a notice that can no longer be paid. */
        boolean noticeIsOver(LocalDate today) {
            return noticeStatus == NoticeStatus.TO_BE_PROSECUTED || noticeStatus == NoticeStatus.SERVED
                    && today.isAfter(noticeReceivedOn.plusDays(noticeDays - 1L));
        }

        /** Whether this is a notice that was withdrawn. */
        boolean barred() {
            return noticeStatus == NoticeStatus.WITHDRAWN;
        }

        /** Whether this is a notice whose sessions can be charged. */
        boolean toBeProsecuted() {
            return noticeStatus == NoticeStatus.TO_BE_PROSECUTED && !letGo;
        }
    }

    /** In order of session, and of use. */
    List<Row> of(long pupilId, long parentId) {
        return jdbc.sql(SELECT + "where u.pupil_id = :pupil and u.parent_id = :parent order by u.session_on, u.session_half, u.id")
                .param("pupil", pupilId).param("parent", parentId).query(ROW).list();
    }

    /** Against all parents. */
    List<Row> of(long pupilId, SessionKey session) {
        return jdbc.sql(SELECT + "where u.pupil_id = :pupil and u.session_on = :on and u.session_half = :half order by u.id")
                .param("pupil", pupilId).param("on", session.date()).param("half", session.half().name()).query(ROW).list();
    }

    List<Row> ofNotice(long noticeId) {
        return jdbc.sql(SELECT + "where u.notice_id = :notice order by u.session_on, u.session_half").param("notice", noticeId)
                .query(ROW).list();
    }

    List<Row> ofProceeding(long proceedingId) {
        return jdbc.sql(SELECT + "where u.proceeding_id = :proceeding order by u.session_on, u.session_half")
                .param("proceeding", proceedingId).query(ROW).list();
    }

    /** @throws LegalRefusal when another notice or prosecution has one of them; the transaction can then only be rolled back */
    void takeForNotice(long noticeId, long pupilId, long parentId, List<UsedSession> sessions) {
        sessions.forEach(session -> insert("notice_id", noticeId, pupilId, parentId, session));
    }

    /** Takes over those that stand in a notice to be prosecuted. @throws LegalRefusal as {@link #takeForNotice} */
    void takeForProceeding(long proceedingId, long pupilId, long parentId, List<UsedSession> sessions) {
        for (var session : sessions) {
            jdbc.sql("""
                    update session_use set standing_key = null where standing_key = :key
                    and notice_id in (select id from penalty_notice where status = 'TO_BE_PROSECUTED')""")
                    .param("key", key(pupilId, parentId, session.key())).update();
            insert("proceeding_id", proceedingId, pupilId, parentId, session);
        }
    }

    /** A corrected notice may take the sessions; nothing else can. */
    void letGoByNotice(long noticeId, String because) {
        jdbc.sql("""
                update session_use set standing_key = null, let_go_on = :on, let_go_because = :because
                where notice_id = :notice and let_go_on is null""")
                .param("on", calendar.today()).param("because", because).param("notice", noticeId).update();
    }

    /** The sessions are out of the prosecution; a notice from which one came has it again. */
    void letGoByProceeding(long proceedingId, List<SessionKey> sessions, String because) {
        for (var row : ofProceeding(proceedingId)) {
            if (row.standing() && sessions.contains(row.session().key())) {
                jdbc.sql("""
                        update session_use set standing_key = null, let_go_on = :on, let_go_because = :because
                        where proceeding_id = :proceeding and session_on = :day and session_half = :half""")
                        .param("on", calendar.today()).param("because", because).param("proceeding", proceedingId)
                        .param("day", row.session().date()).param("half", row.session().half().name()).update();
                jdbc.sql("""
                        update session_use set standing_key = :key
                        where pupil_id = :pupil and parent_id = :parent and session_on = :day and session_half = :half and let_go_on is null
                        and notice_id in (select id from penalty_notice where status = 'TO_BE_PROSECUTED')""")
                        .param("key", key(row.pupilId(), row.parentId(), row.session().key())).param("pupil", row.pupilId())
                        .param("parent", row.parentId()).param("day", row.session().date())
                        .param("half", row.session().half().name()).update();
            }
        }
    }

    /** Two turn out to be one person. @throws LegalRefusal where one session stands against both */
    void merge(long one, long other) {
        jdbc.sql("""
                select a.session_on, a.session_half from session_use a join session_use b
                on b.pupil_id = a.pupil_id and b.session_on = a.session_on and b.session_half = a.session_half
                where a.parent_id = :one and b.parent_id = :other and a.standing_key is not null and b.standing_key is not null
                order by a.session_on, a.session_half fetch first 1 row only""").param("one", one).param("other", other)
                .query((row, number) -> new SessionKey(row.getObject(1, LocalDate.class), Session.valueOf(row.getString(2)))).optional()
                .ifPresent(both -> {
                    throw new LegalRefusal("The session on %s is in a notice or prosecution of both. One of the two has to be withdrawn first.",
                            both.inWords());
                });
        record Standing(long id, long pupilId, SessionKey session) {
        }
        jdbc.sql("""
                select id, pupil_id, session_on, session_half from session_use
                where parent_id = :other and standing_key is not null""").param("other", other)
                .query((row, number) -> new Standing(row.getLong(1), row.getLong(2),
                        new SessionKey(row.getObject(3, LocalDate.class), Session.valueOf(row.getString(4))))).list()
                .forEach(use -> jdbc.sql("update session_use set standing_key = :key where id = :id")
                        .param("key", key(use.pupilId(), one, use.session())).param("id", use.id()).update());
        jdbc.sql("update session_use set parent_id = :one where parent_id = :other").param("one", one).param("other", other).update();
    }

    private void insert(String column, long user, long pupilId, long parentId, UsedSession session) {
        try {
            jdbc.sql("""
                    insert into session_use (pupil_id, parent_id, session_on, session_half, code, %s, standing_key)
                    values (:pupil, :parent, :on, :half, :code, :user, :key)""".formatted(column))
                    .param("pupil", pupilId).param("parent", parentId).param("on", session.date()).param("half", session.half().name())
                    .param("code", session.code()).param("user", user).param("key", key(pupilId, parentId, session.key())).update();
        } catch (DuplicateKeyException taken) {
            throw new LegalRefusal("The session on %s is in another notice or prosecution of this parent.", session.key().inWords());
        }
    }

    private static String key(long pupilId, long parentId, SessionKey session) {
        return "%d %d %s".formatted(pupilId, parentId, session);
    }

    private static final RowMapper<Row> ROW = SessionUses::row;

    private static Row row(ResultSet row, int number) throws SQLException {
        var noticeStatus = row.getString("notice_status");
        var proceedingStatus = row.getString("proceeding_status");
        return new Row(row.getLong("pupil_id"), row.getLong("parent_id"),
                new UsedSession(row.getObject("session_on", LocalDate.class), Session.valueOf(row.getString("session_half")),
                        row.getString("code")),
                row.getString("number"), noticeStatus == null ? null : NoticeStatus.valueOf(noticeStatus),
                row.getObject("received_on", LocalDate.class), row.getInt("full_days"), row.getObject("proceeding_id", Long.class),
                proceedingStatus == null ? null : ProceedingStatus.valueOf(proceedingStatus), row.getString("standing_key") != null,
                row.getObject("let_go_on") != null);
    }
}
