package apws.letter;

import apws.calendar.Days;
import apws.form.Lists;
import apws.letter.LetterContent.Place;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How letters put dates, times, numbers and lists: {@code say} in their templates. Dates and times come as ISO text. */
final class Wording {

    private static final int LONGEST_WHOLE = 48;
    private static final Pattern HAS_ITS_ADDRESS = Pattern.compile("\\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\\b|telephone|video",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_SCHOOL = Pattern.compile("\\bschool\\b");
    private static final DateTimeFormatter ON_THE_HOUR = DateTimeFormatter.ofPattern("ha", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    /** 7 December 2026 */
    public String date(Object date) {
        return Days.inWords(LocalDate.parse(date.toString()));
    }

    /** Monday 7 December 2026 */
    public String day(Object date) {
        return Days.withWeekday(LocalDate.parse(date.toString()));
    }

    /** A date as {@link #date}; words that are no date stand as they are. */
    public String dateOrWords(Object date) {
        return Days.inWordsIfADay(date.toString());
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

    /** Whether there is anything to say. */
    public boolean has(Object text) {
        return text != null && !text.toString().isBlank();
    }

    /** The words, or where there are none those that stand for them. */
    public String or(Object text, String otherwise) {
        return has(text) ? text.toString() : otherwise;
    }

    /** Parts of one line with commas between them; what is not known is left out. */
    public String joined(Object... parts) {
        return Stream.of(parts).flatMap(part -> items(part).stream()).collect(Collectors.joining(", "));
    }

    /** The class of text that stays on one line, unless it is too long for one. */
    public String whole(String text) {
        return text.length() <= LONGEST_WHOLE ? "whole" : "";
    }

    /**
     * Where people meet, with its address as far as that is known: the school's where school is named, the service's where it or the council
     * is. What was typed with a postcode, or is no place, stands as it is.
     *
     * @param inSchool it is in school, whatever room was typed
     */
    public String place(Object place, Place school, Authority authority, boolean inSchool) {
        var typed = list(place);
        if (HAS_ITS_ADDRESS.matcher(typed).find()) {
            return typed;
        }
        var named = typed.toLowerCase(Locale.UK);
        var nameOfSchool = school.name().toLowerCase(Locale.UK);
        if (inSchool || named.contains(nameOfSchool) || AT_SCHOOL.matcher(named).find()) {
            return joined(typed, named.contains(nameOfSchool) ? null : school.name(), school.address());
        }
        var house = authority.address().get(0);
        return Stream.of(authority.name(), authority.serviceName(), house).map(name -> name.toLowerCase(Locale.UK)).anyMatch(named::contains)
                ? joined(typed, authority.address().stream().filter(line -> !named.contains(line.toLowerCase(Locale.UK))).toList()) : typed;
    }

    /** a, b and c */
    public String list(Object items) {
        return Lists.inWords(items(items));
    }

    /** The items of a list; text is split at its line ends, the fields of a row are joined. */
    public List<String> items(Object items) {
        var found = items == null ? List.of() : items instanceof Collection<?> many ? new ArrayList<>(many) : List.of(items);
        return found.stream().map(Wording::words).flatMap(text -> Stream.of(text.split("\\R"))).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
    }

    /** Of a row its name first: Dr E Sato, school nurse. */
    private static String words(Object item) {
        if (!(item instanceof Map<?, ?> row)) {
            return String.valueOf(item);
        }
        var name = row.get("name");
        return Stream.concat(Stream.ofNullable(name), row.entrySet().stream().filter(field -> !"name".equals(field.getKey()))
                .map(Map.Entry::getValue)).filter(field -> field != null && !field.toString().isBlank()).map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    /** £160; words that are no number stand as they are. */
    public String money(Object amount) {
        return amount.toString().matches("\\d+(\\.\\d\\d?)?") ? "£" + amount.toString().replaceAll("\\.0+$", "") : amount.toString();
    }

    /** first, second; what is neither 1 nor 2 stands as it is. */
    public String ordinal(Object number) {
        return switch (number.toString().strip()) {
            case "1" -> "first";
            case "2" -> "second";
            default -> number.toString();
        };
    }

    /** One day's sessions: the codes of morning and afternoon, null where none is named. */
    public record Day(String date, String morning, String afternoon) {
    }

    /** Sessions by day, in order. Each is a row of date, half (AM or PM) and code. */
    public List<Day> days(List<Map<String, Object>> sessions) {
        var byDate = new TreeMap<String, Day>();
        for (var session : sessions) {
            var date = session.get("date").toString();
            var code = String.valueOf(session.get("code"));
            var day = byDate.getOrDefault(date, new Day(date, null, null));
            byDate.put(date, morning(session) ? new Day(date, code, day.afternoon()) : new Day(date, day.morning(), code));
        }
        return List.copyOf(byDate.values());
    }

    /** What the codes of the sessions mean, each once: O – absent in other or unknown circumstances. */
    public List<String> meanings(List<Map<String, Object>> sessions) {
        return sessions.stream().filter(session -> session.get("meaning") != null)
                .map(session -> session.get("code") + " – " + session.get("meaning")).distinct().sorted().toList();
    }

    /** morning or afternoon */
    public String half(Map<String, Object> session) {
        return morning(session) ? "morning" : "afternoon";
    }

    private static boolean morning(Map<String, Object> session) {
        var half = String.valueOf(session.get("half")).toUpperCase(Locale.UK);
        return half.equals("AM") || half.equals("MORNING");
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
