package apws.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The authority's school year.
 *
 * @param terms       when schools are open, half terms apart; an academic year with no term here takes the usual pattern
 * @param closedDays  training days and other closures inside a term
 * @param bankHolidays bank holidays of one year alone, such as for a coronation or a funeral, besides England's usual ones
 * @param daysCounted how a plan or review counts its days: an authority may read "30 days" as school days
 * @param received    when what we send counts as received
 */
@ConfigurationProperties("apws.calendar")
public record CalendarSettings(@DefaultValue List<Term> terms, @DefaultValue List<LocalDate> closedDays,
                               @DefaultValue List<LocalDate> bankHolidays, @DefaultValue("CALENDAR_DAYS") DaysCounted daysCounted,
                               @DefaultValue Received received) {

    @ConstructorBinding
    public CalendarSettings {
    }

    /** Of an authority without bank holidays of its own, by the usual course of the post. */
    public CalendarSettings(List<Term> terms, List<LocalDate> closedDays, DaysCounted daysCounted) {
        this(terms, closedDays, List.of(), daysCounted, new Received(2, 4, 0, 1));
    }

    /** The one presumption of receipt, for letters and for the timers behind them (settlement 5): working days after the posting. */
    public record Received(@DefaultValue("2") int firstClass, @DefaultValue("4") int secondClass, @DefaultValue("0") int byHand,
                           @DefaultValue("1") int leftAtAddress) {

        int after(PostClass sent) {
            return switch (sent) {
                case FIRST_CLASS, SIGNED_FOR -> firstClass;
                case SECOND_CLASS -> secondClass;
                case BY_HAND -> byHand;
                case LEFT_AT_ADDRESS -> leftAtAddress;
            };
        }
    }

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
