package apws.legal;

import apws.calendar.SchoolCalendar;
import apws.pupil.Parents;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a case has been told of its last days for a charge (settlement 13): that the next of them is so many weeks ahead, and up to which of
 * them the officer has let the sessions go.
 */
@Component
@Transactional
public class TimeLimitWarnings {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Parents parents;
    private final SchoolCalendar calendar;

    TimeLimitWarnings(JdbcClient jdbc, Ledger ledger, Parents parents, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.parents = parents;
        this.calendar = calendar;
    }

    private record Told(LocalDate lastDay, int weeks, LocalDate on) {
    }

    /**
     * Whether there is something new to say: the next last day is nearer than it was when the case was last told, or another has become the
     * next and there was time enough to act on what was told before.
     *
     * @param weeks how far ahead {@code next} is: one of the times ahead at which the case is told
     * @param quiet weeks for which nothing is said of a later day that is no nearer
     */
    @Transactional(readOnly = true)
    public boolean isNew(String caseReference, LocalDate next, int weeks, int quiet) {
        return told(caseReference).map(told -> weeks < told.weeks()
                || next.isAfter(told.lastDay()) && !calendar.today().isBefore(told.on().plusWeeks(quiet))).orElse(true);
    }

    /** The case has been told, or what it looks at has been brought up to date. */
    public void note(String caseReference, LocalDate next, int weeks) {
        if (told(caseReference).filter(told -> told.lastDay().equals(next) && told.weeks() == weeks).isEmpty()) {
            jdbc.sql("insert into time_limit_warning (case_reference, last_day, weeks, warned_on) values (:case, :day, :weeks, :on)")
                    .param("case", caseReference).param("day", next).param("weeks", weeks).param("on", calendar.today()).update();
        }
    }

    /** The sessions whose last day is that one or earlier are let go: nothing more is said of them. */
    public void letGo(String caseReference, LocalDate lastDay) {
        jdbc.sql("delete from time_limit_let_go where case_reference = :case").param("case", caseReference).update();
        jdbc.sql("insert into time_limit_let_go (case_reference, last_day) values (:case, :day)").param("case", caseReference)
                .param("day", lastDay).update();
    }

    /** The next last day of a session that can still be charged to one of the parents and is not let go. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> next(String caseReference, long pupilId) {
        var letGo = letGo(caseReference);
        return parents.of(pupilId).stream().flatMap(of -> ledger.running(pupilId, of.parent().id()).stream())
                .map(LedgerSession::lastDayToCharge).filter(day -> letGo.filter(until -> !day.isAfter(until)).isEmpty())
                .min(Comparator.naturalOrder());
    }

    private Optional<LocalDate> letGo(String caseReference) {
        return jdbc.sql("select last_day from time_limit_let_go where case_reference = :case").param("case", caseReference)
                .query(LocalDate.class).optional();
    }

    private Optional<Told> told(String caseReference) {
        return jdbc.sql("select last_day, weeks, warned_on from time_limit_warning where case_reference = :case order by id desc limit 1")
                .param("case", caseReference).query((row, number) -> new Told(row.getObject("last_day", LocalDate.class),
                        row.getInt("weeks"), row.getObject("warned_on", LocalDate.class))).optional();
    }
}
