package apws.legal;

import apws.legal.SessionUses.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads prosecutions with all that belongs to them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProceedingRows {

    private static final String SELECT = """
            select id, case_reference, pupil_id, parent_id, offence, period_from, period_to, approved_on, approved_by, status, charged_on,
                route, court, case_number, hearing_on, hearing_time, hearing_place, served_how, served_on, outcome, ended_on, ended_because,
                supervision_order_directed, stage_five_end, notice_number, others_because, respond_by
            from proceeding
            """;

    private final JdbcClient jdbc;
    private final SessionUses uses;

    ProceedingRows(JdbcClient jdbc, SessionUses uses) {
        this.jdbc = jdbc;
        this.uses = uses;
    }

    Proceeding get(long id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::proceeding).optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no prosecution " + id));
    }

    /** Nobody else changes it before the transaction ends. */
    Proceeding locked(long id) {
        jdbc.sql("select id from proceeding where id = :id for update").param("id", id).query(Long.class).optional();
        return get(id);
    }

    List<Proceeding> ofCase(String caseReference) {
        return jdbc.sql(SELECT + "where case_reference = :case order by id").param("case", caseReference).query(this::proceeding).list();
    }

    List<Proceeding> ofParent(long pupilId, long parentId) {
        return jdbc.sql(SELECT + "where pupil_id = :pupil and parent_id = :parent order by id desc").param("pupil", pupilId)
                .param("parent", parentId).query(this::proceeding).list();
    }

    Optional<Proceeding> ofNotice(String notice) {
        return jdbc.sql(SELECT + "where notice_number = :notice order by id desc limit 1").param("notice", notice).query(this::proceeding)
                .optional();
    }

    private Proceeding proceeding(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var sessions = uses.ofProceeding(id);
        var offence = Offence.valueOf(row.getString("offence"));
        var outcome = row.getString("outcome");
        var stageFive = row.getString("stage_five_end");
        return new Proceeding(id, row.getString("case_reference"), row.getLong("pupil_id"), row.getLong("parent_id"), offence,
                row.getObject("period_from", LocalDate.class), row.getObject("period_to", LocalDate.class),
                sessions.stream().filter(Row::standing).map(Row::session).toList(),
                sessions.stream().filter(Row::letGo).map(Row::session).toList(), row.getObject("approved_on", LocalDate.class),
                row.getString("approved_by"), ProceedingStatus.valueOf(row.getString("status")), submissions(id), charge(row, offence),
                summons(row), row.getString("served_how"), row.getObject("served_on", LocalDate.class), hearings(id),
                outcome == null ? null : Outcome.valueOf(outcome), row.getObject("ended_on", LocalDate.class),
                row.getString("ended_because"),
                row.getBoolean("supervision_order_directed"), sentence(id), challenges(id),
                stageFive == null ? null : StageFiveEnd.valueOf(stageFive), row.getString("notice_number"), row.getString("others_because"));
    }

    private static Charge charge(ResultSet row, Offence offence) throws SQLException {
        var on = row.getObject("charged_on", LocalDate.class);
        return on == null ? null : new Charge(offence, on, Route.valueOf(row.getString("route")),
                row.getObject("period_from", LocalDate.class), row.getObject("period_to", LocalDate.class));
    }

    private static Summons summons(ResultSet row) throws SQLException {
        var court = row.getString("court");
        return court == null ? null : new Summons(court, row.getString("case_number"), row.getObject("hearing_on", LocalDate.class),
                row.getString("hearing_time"), row.getString("hearing_place"), row.getObject("respond_by", LocalDate.class));
    }

    private List<Submission> submissions(long id) {
        return jdbc.sql("""
                select submitted_on, bundle_version, bundle_sha256 from proceeding_submission where proceeding_id = :id order by id""")
                .param("id", id).query((row, number) -> new Submission(row.getObject("submitted_on", LocalDate.class),
                        row.getInt("bundle_version"), row.getString("bundle_sha256"))).list();
    }

    private List<Hearing> hearings(long id) {
        return jdbc.sql("""
                select heard_on, kind, attendance, plea, adjourned_to, because from proceeding_hearing
                where proceeding_id = :id order by heard_on, id""").param("id", id)
                .query((row, number) -> new Hearing(row.getObject("heard_on", LocalDate.class), row.getString("kind"),
                        row.getString("attendance"), row.getString("plea"), row.getObject("adjourned_to", LocalDate.class),
                        row.getString("because"))).list();
    }

    private Sentence sentence(long id) {
        return jdbc.sql("""
                select announced_on, fine, discharge, community_order, prison, costs, surcharge, parenting_order_months,
                    parenting_programme, responsible_officer
                from sentence where proceeding_id = :id and set_aside = false order by id desc limit 1""").param("id", id)
                .query((row, number) -> new Sentence(row.getObject("announced_on", LocalDate.class), row.getBigDecimal("fine"),
                        row.getString("discharge"), row.getString("community_order"), row.getString("prison"), row.getBigDecimal("costs"),
                        row.getBigDecimal("surcharge"), row.getObject("parenting_order_months", Integer.class),
                        row.getString("parenting_programme"), row.getString("responsible_officer"))).optional().orElse(null);
    }

    private List<Challenge> challenges(long id) {
        return jdbc.sql("select kind, made_on, result, in_words from proceeding_challenge where proceeding_id = :id order by id")
                .param("id", id).query((row, number) -> new Challenge(Challenge.Kind.valueOf(row.getString("kind")),
                        row.getObject("made_on", LocalDate.class),
                        Challenge.Result.valueOf(row.getString("result")), row.getString("in_words"))).list();
    }
}
