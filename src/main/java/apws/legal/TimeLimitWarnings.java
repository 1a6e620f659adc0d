package apws.legal;

import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That the last day for a charge comes near, told once for each time ahead (settlement 13). */
@Component
@Transactional
public class TimeLimitWarnings {

    private final JdbcClient jdbc;
    private final SchoolCalendar calendar;

    TimeLimitWarnings(JdbcClient jdbc, SchoolCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * Notes the warning.
     *
     * @param weeks how far ahead of the last day
     * @return whether it is the first of that day so far ahead, or nearer
     */
    public boolean note(String caseReference, LocalDate lastDay, int weeks) {
        var before = jdbc.sql("""
                select count(*) from time_limit_warning where case_reference = :case and last_day = :day and weeks <= :weeks""")
                .param("case", caseReference).param("day", lastDay).param("weeks", weeks).query(Long.class).single();
        if (before > 0) {
            return false;
        }
        jdbc.sql("insert into time_limit_warning (case_reference, last_day, weeks, warned_on) values (:case, :day, :weeks, :on)")
                .param("case", caseReference).param("day", lastDay).param("weeks", weeks).param("on", calendar.today()).update();
        return true;
    }
}
