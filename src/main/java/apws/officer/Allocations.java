package apws.officer;

import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.imports.ClusterLock;
import apws.officer.Allocation.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose cases they are (S2-04). By the rule a case goes to an officer of its school's patch, among several to the one with the smallest
 * caseload, and where none of them is free to whoever has the smallest of all; equal caseloads go by the user id. Nobody gets a case over
 * their limit, while away, once they leave, or of a pupil with whom they have a conflict of interest; nor by hand.
 *
 * <p>One case is allocated at a time, over all nodes, until its transaction ends: two at once would count the same caseload.
 */
@Component
@Transactional
public class Allocations {

    private static final String STEP = "S2-04";
    private static final Comparator<Standing> THE_RULE = Comparator.comparing((Standing standing) -> !standing.ofPatch())
            .thenComparing(Standing::caseload).thenComparing(standing -> standing.officer().userId());

    private final JdbcClient jdbc;
    private final Caseloads caseloads;
    private final Officers officers;
    private final Cases cases;
    private final Chronology chronology;
    private final SchoolCalendar calendar;
    private final ClusterLock turn;

    Allocations(JdbcClient jdbc, Caseloads caseloads, Officers officers, Cases cases, Chronology chronology,
                SchoolCalendar calendar, ClusterLock turn) {
        this.jdbc = jdbc;
        this.caseloads = caseloads;
        this.officers = officers;
        this.cases = cases;
        this.chronology = chronology;
        this.calendar = calendar;
        this.turn = turn;
    }

    /** What became of a caseload: the references of the cases that went to others, and of those that nobody could take. */
    public record HandedOver(List<String> moved, List<String> left) {
    }

    /**
     * Allocates the case by the rule. An officer who has it already keeps it, unless they leave or have a conflict of interest.
     *
     * @return empty when nobody is free: what was before stays then
     */
    public Optional<Allocation> allocate(String caseReference, String by) {
        turn.take(Officers.TURN);
        var of = cases.get(caseReference);
        var standings = caseloads.around(of);
        var held = held(caseReference);
        var holder = held.flatMap(now -> standings.stream().filter(one -> one.officer().userId().equals(now.officer())).findFirst());
        if (holder.isPresent() && !holder.get().officer().leaves() && !holder.get().inConflict()) {
            return held;
        }
        var why = holder.map(one -> one.inConflict() ? "conflict of interest" : "leaves the service").orElse(null);
        var found = byTheRule(standings).map(one -> begin(of, one, one.ofPatch() ? Rule.PATCH : Rule.SMALLEST_CASELOAD, why, null, by));
        if (found.isEmpty()) {
            chronology.write(caseReference, STEP, "No officer is free: the allocation waits for the service manager", by);
        }
        return found;
    }

    /**
     * Allocates the case to the officer whom a person chose.
     *
     * @param handoverNote may be null
     * @throws CannotTake when that officer cannot take it, or has it already
     */
    public Allocation allocateTo(String caseReference, String officer, String reason, String handoverNote, String by) {
        turn.take(Officers.TURN);
        var of = cases.get(caseReference);
        var chosen = standing(of, officer);
        var whyNot = chosen.whyNot(calendar.today());
        if (whyNot != null) {
            throw new CannotTake(whyNot);
        }
        if (held(caseReference).filter(now -> now.officer().equals(officer)).isPresent()) {
            throw new CannotTake("%s has this case already: choose another officer.".formatted(chosen.officer().name()));
        }
        return begin(of, chosen, Rule.BY_HAND, reason, handoverNote, by);
    }

    /**
     * For a trial of several cases, each of which is taken back before the next is tried.
     *
     * @param besides cases that would be the officer's too by now
     * @throws CannotTake when this case would then be one too many
     */
    public void requireRoom(String caseReference, String officer, int besides) {
        var alone = standing(cases.get(caseReference), officer);
        var whyNot = new Standing(alone.officer(), alone.caseload() + besides, alone.ofPatch(), alone.inConflict()).whyNot(calendar.today());
        if (whyNot != null) {
            throw new CannotTake(whyNot);
        }
    }

    /**
     * Hands over every open case of an officer. What nobody can take stays with the officer, and is told.
     *
     * @param to who gets them; null for each by the rule
     */
    public HandedOver handOver(String leaver, String to, String reason, String handoverNote, String by) {
        turn.take(Officers.TURN);
        var outcome = new HandedOver(new ArrayList<>(), new ArrayList<>());
        for (var reference : officers.casesOf(leaver)) {
            var of = cases.get(reference);
            var taker = to == null ? byTheRule(caseloads.around(of).stream().filter(one -> !one.officer().userId().equals(leaver)).toList())
                    : Optional.of(standing(of, to)).filter(one -> one.isFree(calendar.today()) && !to.equals(leaver));
            taker.ifPresent(one -> begin(of, one, to != null ? Rule.BY_HAND : one.ofPatch() ? Rule.PATCH : Rule.SMALLEST_CASELOAD, reason,
                    handoverNote, by));
            (taker.isPresent() ? outcome.moved() : outcome.left()).add(reference);
        }
        return outcome;
    }

    /** Who has the case; empty before its first allocation. */
    @Transactional(readOnly = true)
    public Optional<Allocation> held(String caseReference) {
        return history(caseReference).stream().reduce((earlier, later) -> later);
    }

    /** Everybody who has had the case, the first one first. */
    @Transactional(readOnly = true)
    public List<Allocation> history(String caseReference) {
        return jdbc.sql("""
                select a.case_reference, a.officer, a.rule, a.caseload_before, a.from_on, coalesce(a.until_on, c.closed_on) as until_on,
                    a.reason, a.handover_note, a.allocated_by
                from allocation a join attendance_case c on c.reference = a.case_reference where a.case_reference = :case order by a.id""")
                .param("case", caseReference).query(Allocations::allocation).list();
    }

    /** The officer's open cases: how many. */
    @Transactional(readOnly = true)
    public int caseloadOf(String userId) {
        return officers.casesOf(userId).size();
    }

    private Optional<Standing> byTheRule(List<Standing> standings) {
        return standings.stream().filter(one -> one.isFree(calendar.today())).min(THE_RULE);
    }

    private Standing standing(Case of, String officer) {
        return caseloads.around(of).stream().filter(one -> one.officer().userId().equals(officer)).findFirst()
                .orElseThrow(() -> new CannotTake("%s is no officer: choose another.".formatted(officer)));
    }

    private Allocation begin(Case of, Standing chosen, Rule rule, String reason, String handoverNote, String by) {
        var today = calendar.today();
        var before = held(of.reference()).map(now -> officers.get(now.officer()).name());
        jdbc.sql("update allocation set held_case = null, until_on = :today where held_case = :case")
                .param("today", today).param("case", of.reference()).update();
        jdbc.sql("""
                insert into allocation (case_reference, held_case, officer, rule, caseload_before, from_on, reason, handover_note,
                    allocated_by)
                values (:case, :case, :officer, :rule, :before, :today, :reason, :note, :by)""")
                .param("case", of.reference()).param("officer", chosen.officer().userId()).param("rule", rule.name())
                .param("before", chosen.caseload()).param("today", today).param("reason", reason).param("note", handoverNote)
                .param("by", by).update();
        chronology.write(of.reference(), STEP, "%s to %s %s, with a caseload of %d before%s".formatted(
                before.map(name -> "Handed over from " + name).orElse("Allocated"), chosen.officer().name(), rule.inWords(),
                chosen.caseload(), reason == null ? "" : ": " + reason), by);
        return new Allocation(of.reference(), chosen.officer().userId(), rule, chosen.caseload(), today, null, reason, handoverNote, by);
    }

    private static Allocation allocation(ResultSet row, int number) throws SQLException {
        return new Allocation(row.getString("case_reference"), row.getString("officer"), Rule.valueOf(row.getString("rule")),
                row.getInt("caseload_before"), row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class),
                row.getString("reason"), row.getString("handover_note"), row.getString("allocated_by"));
    }
}
