package apws.officer;

import apws.calendar.SchoolCalendar;
import apws.imports.ClusterLock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The officers, and who of them is at work. Whatever decides who may take a case changes in the same turn as cases are allocated, so that
 * nobody gets one in the moment in which they may not have it any more.
 */
// diagrams call another bean "officers"
@Component("educationWelfareOfficers")
@Transactional
public class Officers {

    static final String TURN = "allocation";

    static final String COLUMNS = """
            o.user_id, o.name, o.post, o.telephone, o.email, o.case_limit, o.away_from, o.away_to, o.stand_in, o.left_on""";

    static final RowMapper<Officer> OFFICER = (row, number) -> new Officer(row.getString("user_id"), row.getString("name"),
            row.getString("post"), row.getString("telephone"), row.getString("email"), row.getInt("case_limit"),
            row.getObject("away_from", LocalDate.class), row.getObject("away_to", LocalDate.class), row.getString("stand_in"),
            row.getObject("left_on", LocalDate.class));

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;
    private final ClusterLock turn;

    Officers(JdbcClient jdbc, SchoolCalendar calendar, ClusterLock turn) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.turn = turn;
    }

    @Transactional(readOnly = true)
    public Officer get(String userId) {
        return find(userId).orElseThrow(() -> new IllegalArgumentException("There is no officer " + userId));
    }

    @Transactional(readOnly = true)
    public Optional<Officer> find(String userId) {
        return jdbc.sql("select " + COLUMNS + " from officer o where o.user_id = :id").param("id", userId).query(OFFICER).optional();
    }

    /** By name, those who have left among them. */
    @Transactional(readOnly = true)
    public List<Officer> all() {
        return jdbc.sql("select " + COLUMNS + " from officer o order by o.name, o.user_id").query(OFFICER).list();
    }

    /** Whose case it is, or was when it closed; empty before its first allocation. */
    @Transactional(readOnly = true)
    public Optional<Officer> ofCase(String caseReference) {
        return jdbc.sql("select " + COLUMNS + " from officer o join allocation a on a.officer = o.user_id where a.held_case = :case")
                .param("case", caseReference).query(OFFICER).optional();
    }

    /**
     * The user id of whoever does the case's tasks today: its officer; while that one is away, the stand-in, or the stand-in's own. Where
     * every stand-in is away too, has left, or has a conflict of interest with the pupil, the tasks wait for the officer.
     *
     * @throws IllegalStateException before the case's first allocation
     */
    @Transactional(readOnly = true)
    public String atWork(String caseReference) {
        var officer = ofCase(caseReference).orElseThrow(() -> new IllegalStateException(
                "Case %s has no officer: it must be allocated before this step".formatted(caseReference)));
        var asked = new HashSet<String>();
        for (var one = officer; one != null && asked.add(one.userId()); one = one.standIn() == null ? null : get(one.standIn())) {
            if (!one.awayOn(calendar.today()) && (one.equals(officer) || !one.leaves() && !inConflict(one.userId(), caseReference))) {
                return one.userId();
            }
        }
        return officer.userId();
    }

    private boolean inConflict(String userId, String caseReference) {
        return jdbc.sql("""
                select count(*) from officer_conflict k join attendance_case c on c.pupil_id = k.pupil_id
                where k.user_id = :id and c.reference = :case""")
                .param("id", userId).param("case", caseReference).query(Long.class).single() > 0;
    }

    /** Whether this officer has declared a conflict of interest with the pupil. */
    @Transactional(readOnly = true)
    public boolean inConflict(String userId, long pupilId) {
        return jdbc.sql("select count(*) from officer_conflict where user_id = :id and pupil_id = :pupil")
                .param("id", userId).param("pupil", pupilId).query(Long.class).single() > 0;
    }

    /** The open cases that are this officer's, by reference. */
    @Transactional(readOnly = true)
    public List<String> casesOf(String userId) {
        return jdbc.sql("""
                select a.held_case from allocation a join attendance_case c on c.reference = a.held_case
                where a.officer = :id and c.closed_on is null order by a.held_case""")
                .param("id", userId).query(String.class).list();
    }

    /** The same with those that are closed, of which a notice or proceedings may still run. */
    @Transactional(readOnly = true)
    public List<String> everyCaseOf(String userId) {
        return jdbc.sql("select held_case from allocation where officer = :id and held_case is not null order by held_case")
                .param("id", userId).query(String.class).list();
    }

    /** The officers who name this one as their stand-in. */
    @Transactional(readOnly = true)
    public List<Officer> whomTheyStandInFor(String userId) {
        return jdbc.sql("select " + COLUMNS + " from officer o where o.stand_in = :id order by o.user_id").param("id", userId)
                .query(OFFICER).list();
    }

    /** The codes of the schools whose cases this officer takes before others do. */
    @Transactional(readOnly = true)
    public Set<String> patchOf(String userId) {
        return jdbc.sql("select school_code from officer_patch where user_id = :id").param("id", userId).query(String.class).set();
    }

    /** Adds the officer, or brings them up to date; absences are not this method's to say. */
    public void save(Officer officer, Collection<String> patch) {
        turn.take(TURN);
        jdbc.sql("""
                merge into officer o using (select cast(:id as varchar) as id) n on o.user_id = n.id
                when matched then update set name = :name, post = :post, telephone = :telephone, email = :email, case_limit = :limit,
                    left_on = :left
                when not matched then insert (user_id, name, post, telephone, email, case_limit, left_on)
                    values (:id, :name, :post, :telephone, :email, :limit, :left)""")
                .param("id", officer.userId()).param("name", officer.name()).param("post", officer.post())
                .param("telephone", officer.telephone()).param("email", officer.email()).param("limit", officer.caseLimit())
                .param("left", officer.leftOn()).update();
        jdbc.sql("delete from officer_patch where user_id = :id").param("id", officer.userId()).update();
        patch.stream().distinct().forEach(school -> jdbc.sql("insert into officer_patch (user_id, school_code) values (:id, :school)")
                .param("id", officer.userId()).param("school", school).update());
    }

    /** From now on the officer takes more cases at once; a limit that is not higher changes nothing. */
    public void raiseLimit(String userId, int limit) {
        turn.take(TURN);
        jdbc.sql("update officer set case_limit = :limit where user_id = :id and case_limit < :limit")
                .param("limit", limit).param("id", userId).update();
    }

    /**
     * Records an absence in place of the one before.
     *
     * @throws CannotTake when the stand-in has left, or is away for all of that time as well
     */
    public Officer away(String userId, LocalDate from, LocalDate to, String standIn) {
        turn.take(TURN);
        var chosen = get(standIn);
        if (chosen.userId().equals(userId)) {
            throw new CannotTake("Nobody stands in for themselves: choose somebody else.");
        }
        if (chosen.leaves() || chosen.awayOn(from) && chosen.awayOn(to)) {
            throw new CannotTake("%s %s: choose another stand-in.".formatted(chosen.name(), chosen.leaves() ? "leaves the service"
                    : "is away as well then"));
        }
        jdbc.sql("update officer set away_from = :from, away_to = :to, stand_in = :standIn where user_id = :id")
                .param("from", from).param("to", to).param("standIn", standIn).param("id", userId).update();
        return get(userId);
    }

    /** From now on the officer gets no case. */
    public void leaves(String userId, LocalDate on) {
        turn.take(TURN);
        get(userId);
        jdbc.sql("update officer set left_on = :on where user_id = :id").param("on", on).param("id", userId).update();
    }

    /** From now on the officer gets no case of this pupil. Declared again, the newer reason stands. */
    public void declareConflict(String userId, long pupilId, String because, String by) {
        turn.take(TURN);
        get(userId);
        jdbc.sql("delete from officer_conflict where user_id = :id and pupil_id = :pupil")
                .param("id", userId).param("pupil", pupilId).update();
        jdbc.sql("""
                insert into officer_conflict (user_id, pupil_id, because, declared_on, declared_by)
                values (:id, :pupil, :because, :on, :by)""")
                .param("id", userId).param("pupil", pupilId).param("because", because).param("on", calendar.today())
                .param("by", by).update();
    }
}
