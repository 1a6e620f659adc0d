package apws.legal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import apws.calendar.SchoolCalendar;
import apws.register.Session;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which sessions were listed to which parent, in an invitation to an interview or in a letter of intended proceedings: a charge holds these,
 * others only with the approver's reason (settlement 9).
 */
@Component
@Transactional
public class Listings {

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    Listings(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** @param letter the code of the letter that lists them */
    public void list(String caseReference, long pupilId, long parentId, Collection<SessionKey> sessions, String letter, String by) {
        sessions.forEach(session -> jdbc.sql("""
                insert into session_listed (pupil_id, parent_id, session_on, session_half, case_reference, letter, listed_on, listed_by)
                values (:pupil, :parent, :on, :half, :case, :letter, :today, :by)""")
                .param("pupil", pupilId).param("parent", parentId).param("on", session.date()).param("half", session.half().name())
                .param("case", caseReference).param("letter", letter).param("today", calendar.today()).param("by", by).update());
    }

    @Transactional(readOnly = true)
    public Set<SessionKey> to(long pupilId, long parentId) {
        return jdbc.sql("select distinct session_on, session_half from session_listed where pupil_id = :pupil and parent_id = :parent")
                .param("pupil", pupilId).param("parent", parentId)
                .query((row, number) -> new SessionKey(row.getObject("session_on", LocalDate.class),
                        Session.valueOf(row.getString("session_half"))))
                .list().stream().collect(toUnmodifiableSet());
    }

    /**
     * Those of them for which proceedings are contemplated, each with the letter that listed it: listed in that case, with no prosecution
     * since that held it. What such a prosecution does with it, the ledger says.
     */
    @Transactional(readOnly = true)
    public Map<SessionKey, String> contemplated(String caseReference, long pupilId, long parentId) {
        var contemplated = new TreeMap<SessionKey, String>();
        jdbc.sql("""
                select l.session_on, l.session_half, l.letter from session_listed l
                where l.case_reference = :case and l.pupil_id = :pupil and l.parent_id = :parent and not exists (
                    select 1 from session_use u join proceeding p on p.id = u.proceeding_id
                    where u.pupil_id = l.pupil_id and u.parent_id = l.parent_id and u.session_on = l.session_on
                    and u.session_half = l.session_half and p.approved_on >= l.listed_on)""")
                .param("case", caseReference).param("pupil", pupilId).param("parent", parentId)
                .query((RowCallbackHandler) row -> contemplated.put(new SessionKey(row.getObject("session_on", LocalDate.class),
                        Session.valueOf(row.getString("session_half"))), row.getString("letter")));
        return contemplated;
    }
}
