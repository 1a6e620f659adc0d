package apws.demo;

import apws.calendar.AcademicYear;
import apws.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of one case of the demo authority. What it does not say goes the usual way, which leads on to the next stage.
 *
 * @param key     a word for it
 * @param parents how many the child has
 * @param begins  how long before today the school first writes; null in a story of leave
 * @param leave   when the family goes away in term time, where that is the story; the school then writes to nobody
 * @param answers what is said at a task, the first time, the second and so on; a task of one parent's own is named with that parent's
 *                letter behind it ({@code record-interview@B}), where the parents' answers differ
 * @param stops   tasks that are left to whoever tries the demo
 * @param until   a task that is left too, should the story come so far; null where it goes on
 */
record Story(String key, int parents, Begins begins, Leave leave, Map<String, List<Map<String, Object>>> answers,
             List<String> stops, String until) {

    /** In an answer: from the next day on the child comes, or stays away. */
    static final String THEN_COMES = "thenComes";
    /** In an answer: so many days after the task came up. */
    static final String AFTER = "after";

    private static final int TOO_LITTLE = 12; // school days
    private static final int UNTIL_REFERRAL = 24; // days from the school's first letter on, at least

    /** So many school days for desks, and besides so many days for what runs by the calendar; none of August, when nobody is there. */
    record Begins(int schoolDays, int days) {
    }

    /** @param schoolDaysAgo before today the first day away was, of so many school days */
    record Leave(int schoolDaysAgo, int lasts) {
    }

    Story {
        answers = answers == null ? Map.of() : answers;
        stops = stops == null ? List.of() : stops;
    }

    LocalDate beginsOn(LocalDate today, SchoolCalendar calendar) {
        return leave != null ? calendar.schoolDayBefore(today, leave.schoolDaysAgo())
                : early(calendar.schoolDayOnOrAfter(reckonedFrom(today, calendar)), calendar);
    }

    /**
     * The referral of a case to whose parents the school wrote before the summer waits until it would have come had the school written on the
     * day reckoned back from {@code today}: what is to be seen today would else be over.
     */
    LocalDate refersFrom(LocalDate today, SchoolCalendar calendar) {
        return leave != null ? today : reckonedFrom(today, calendar).plusDays(UNTIL_REFERRAL);
    }

    private LocalDate reckonedFrom(LocalDate today, SchoolCalendar calendar) {
        return Stream.iterate(calendar.schoolDayBefore(today, begins.schoolDays()), day -> day.minusDays(1))
                .filter(day -> day.getMonth() != Month.AUGUST).skip(begins.days()).findFirst().orElseThrow();
    }

    /** At the beginning of a school year too little is known of a child to write: the school then wrote before the summer. */
    private static LocalDate early(LocalDate day, SchoolCalendar calendar) {
        var yearBegins = AcademicYear.of(day).first();
        return calendar.schoolDays(yearBegins, day).size() > TOO_LITTLE ? day : calendar.schoolDayBefore(yearBegins).minusDays(7);
    }

    /**
     * @param parent  the letter of the parent whose own task it is; empty where it is the case's
     * @param earlier how often it was done in this case, for that parent
     */
    Map<String, Object> answer(String task, String parent, int earlier) {
        var all = Optional.ofNullable(answers.get(task + "@" + parent)).orElseGet(() -> answers.getOrDefault(task, List.of()));
        return earlier < all.size() ? all.get(earlier) : Map.of();
    }

    boolean tellsParentsApart(String task) {
        return Stream.concat(answers.keySet().stream(), stops.stream()).anyMatch(named -> named.startsWith(task + "@"));
    }

    boolean stopsAt(String task, String parent) {
        return stops.contains(task) || task.equals(until) || stops.contains(task + "@" + parent);
    }
}
