package apws.letter;

import apws.pupil.Parent;
import apws.pupil.Pupil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Those whom a letter to one parent must not speak of: the pupil's other parents, brothers and sisters. What people typed on a form
 * goes through here before it is frozen into that parent's letter: rows about another parent are left out, and names, postcodes, telephone
 * numbers and e-mail addresses in running text give way to words that name nobody.
 */
final class OtherPeople {

    private static final Pattern PARENTAL =
            Pattern.compile("parent(?! governor| support| adviser)|mother|father|\\bmum|\\bdad|carer|guardian", Pattern.CASE_INSENSITIVE);

    private final Set<String> recipientIsCalled;
    private final Map<Pattern, String> spoken = new LinkedHashMap<>();
    private final Set<String> othersAreCalled = new LinkedHashSet<>();
    private final Map<Pattern, String> firstNames = new LinkedHashMap<>();

    OtherPeople(Parent recipient, List<Parent> parents, Pupil pupil, List<Pupil> siblings) {
        recipientIsCalled = namesOf(recipient);
        var may = new LinkedHashSet<>(recipientIsCalled);
        may.add(plain(pupil.name()));
        for (var other : parents) {
            if (!other.id().equals(recipient.id())) {
                for (var name : namesOf(other)) {
                    othersAreCalled.add(name);
                    leaveOut(name, "another parent", may);
                }
                Stream.of(other.postcode(), other.telephone(), other.email()).filter(way -> !way.isBlank())
                        .filter(way -> !List.of(recipient.postcode(), recipient.telephone(), recipient.email()).contains(way))
                        .forEach(way -> spoken.put(words(way), "(left out)"));
                if (!List.of(recipient.firstName(), pupil.firstName()).contains(other.firstName()) && !other.firstName().isBlank()) {
                    firstNames.put(words(other.firstName()), "another parent");
                }
            }
        }
        siblings.forEach(sibling -> leaveOut(plain(sibling.name()), "another child", may));
    }

    /** Lists, of rows or of text, lose what is about another parent alone; all text that is left names none of the others. */
    Object leftOut(Object value) {
        if (value instanceof String text) {
            return replace(text, spoken);
        }
        if (value instanceof List<?> list) {
            var kept = new ArrayList<>();
            list.stream().filter(row -> !isAboutAnotherParent(row)).forEach(row -> kept.add(leftOut(row)));
            return kept;
        }
        if (value instanceof Map<?, ?> row) {
            var kept = new LinkedHashMap<Object, Object>();
            row.forEach((key, field) -> kept.put(key, "who".equals(key) && field instanceof String who
                    ? replace(replace(who, spoken), firstNames) : leftOut(field)));
            return kept;
        }
        return value;
    }

    /** The row with this parent's name in a list of people, or an empty one. */
    Map<?, ?> ownRow(Object people) {
        if (people instanceof List<?> rows) {
            for (var row : rows) {
                if (row instanceof Map<?, ?> person && recipientIsCalled.contains(plain(person.get("name")))) {
                    return person;
                }
            }
        }
        return Map.of();
    }

    private boolean isAboutAnotherParent(Object row) {
        if (row instanceof String text) {
            return isAnotherParent(text);
        }
        if (row instanceof Map<?, ?> asked && (isAnotherParent(String.valueOf(asked.get("ofWhom")))
                || isAnotherParent(String.valueOf(asked.get("asked"))))) {
            return true;
        }
        if (!(row instanceof Map<?, ?> person) || !person.containsKey("name")) {
            return false;
        }
        var name = plain(person.get("name"));
        return !recipientIsCalled.contains(name)
                && (othersAreCalled.contains(name) || PARENTAL.matcher(String.valueOf(person.get("role"))).find());
    }

    /** "Mr T Brown" or "Tom Brown (father)" and nothing else. */
    private boolean isAnotherParent(String text) {
        var parts = text.split("[,;:(–]", 2);
        var name = plain(parts[0]);
        return othersAreCalled.contains(name) && !recipientIsCalled.contains(name)
                && (parts.length == 1 || parts[1].length() < 20 && PARENTAL.matcher(parts[1]).find());
    }

    private void leaveOut(String name, String instead, Set<String> unless) {
        if (!unless.contains(name)) {
            spoken.put(words(name), instead);
        }
    }

    /** The longest first, so that no part of it is left standing. */
    private static Set<String> namesOf(Parent parent) {
        return parent.names().stream().map(OtherPeople::plain).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String replace(String text, Map<Pattern, String> patterns) {
        for (var pattern : patterns.entrySet()) {
            text = pattern.getKey().matcher(text).replaceAll(Matcher.quoteReplacement(pattern.getValue()));
        }
        return text;
    }

    private static Pattern words(String text) {
        var spaced = Stream.of(text.strip().split("\\s+")).map(Pattern::quote).toList();
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + String.join("\\.?\\s+", spaced) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String plain(Object name) {
        return name == null ? "" : name.toString().replace('.', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.UK);
    }
}
