package apws.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The authority's school year.
 *
 * @param terms       when schools are open, half terms apart; an academic year with no term here takes the usual pattern
 * @param closedDays  training days and other closures inside a term
 * @param daysCounted how a plan, review or warning counts its days: an authority may read "30 days" as school days
 */
@ConfigurationProperties("apws.calendar")
public record CalendarSettings(@DefaultValue List<Term> terms, @DefaultValue List<LocalDate> closedDays,
                               @DefaultValue("CALENDAR_DAYS") DaysCounted daysCounted) {

    /** First and last day on which schools are open. */
    public record Term(LocalDate from, LocalDate to) {

        public Term {
            if (from.isAfter(to)) {
                throw new IllegalArgumentException("apws.calendar.terms: a term from %s ends before it begins, on %s".formatted(from, to));
            }
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public enum DaysCounted { CALENDAR_DAYS, SCHOOL_DAYS }
}
