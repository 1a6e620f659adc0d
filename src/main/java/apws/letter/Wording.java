package apws.letter;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How letters put dates, times, numbers and lists: {@code say} in their templates. Dates and times come as ISO text. */
final class Wording {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter ON_THE_HOUR = DateTimeFormatter.ofPattern("ha", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    /** 7 December 2026 */
    public String date(Object date) {
        return DATE.format(LocalDate.parse(date.toString()));
    }

    /** Monday 7 December 2026 */
    public String day(Object date) {
        return DAY.format(LocalDate.parse(date.toString()));
    }

    /** A date as {@link #date}; words that are no date stand as they are. */
    public String dateOrWords(Object date) {
        return date.toString().matches("\\d{4}-\\d\\d-\\d\\d") ? date(date) : date.toString();
    }

    /** 3:30pm, 3pm, midday; words that are no time of day stand as they are. */
    public String time(Object time) {
        if (!time.toString().matches("\\d\\d:\\d\\d(:\\d\\d.*)?")) {
            return time.toString();
        }
        var at = LocalTime.parse(time.toString().substring(0, 5));
        if (at.equals(LocalTime.NOON)) {
            return "midday";
        }
        return (at.getMinute() == 0 ? ON_THE_HOUR : TIME).format(at).toLowerCase(Locale.UK);
    }

    /** 1 session, 12 sessions */
    public String sessions(int count) {
        return count == 1 ? "1 session" : count + " sessions";
    }

    /** about half a day, 1 day, 6½ days: two sessions make a day */
    public String days(int sessions) {
        if (sessions < 3) {
            return sessions == 1 ? "half a day" : sessions == 2 ? "1 day" : "no day";
        }
        return sessions / 2 + (sessions % 2 == 1 ? "½" : "") + " days";
    }

    /** a, b and c */
    public String list(Object items) {
        var words = items(items);
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    /** The items of a list; text is split at its line ends, the fields of a row are joined. */
    public List<String> items(Object items) {
        var found = items == null ? List.of() : items instanceof Collection<?> many ? new ArrayList<>(many) : List.of(items);
        return found.stream().map(Wording::words).flatMap(text -> Stream.of(text.split("\\R"))).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
    }

    /** Dr E Sato, school nurse */
    private static String words(Object item) {
        if (!(item instanceof Map<?, ?> row)) {
            return String.valueOf(item);
        }
        return row.values().stream().filter(field -> field != null && !field.toString().isBlank()).map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    /** Ava's */
    public String possessive(String name) {
        return name + "’s";
    }

    /** Ends with a full stop, whatever was typed. */
    public String sentence(Object text) {
        var words = text.toString().strip();
        return words.isEmpty() || ".!?".indexOf(words.charAt(words.length() - 1)) >= 0 ? words : words + ".";
    }
}
