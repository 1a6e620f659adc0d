package apws.form;

import apws.calendar.Days;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A form as it was filled in, put on paper: the labels, parts and order of {@code forms/}, the answers in words. */
@Component
public class FilledForm {

    /** One part of a form: labelled answers, then its lists as tables. */
    public record Section(String heading, List<Fact> answers, List<Table> tables) {
    }

    public record Table(String caption, List<String> headers, List<List<String>> rows) {
    }

    /**
     * One answer by its own name: two fields of a form may have the same label, and stand in different parts of it.
     *
     * @param part of the form, as its heading says
     */
    public record Answered(String part, String question, String answer) {
    }

    /** What the application's own number of somebody or something means to a reader. */
    public interface Known {

        /**
         * @param key of the field, such as {@code parentId}
         * @return null where it says nothing to a reader, who is then not shown it
         */
        String inWords(String key, String number);
    }

    private static final String REST = "Further answers";
    private static final Known NOTHING = (key, number) -> null;
    private static final Pattern SESSION = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (AM|PM)");

    private final ObjectProvider<FormVersions> versions;

    FilledForm(ObjectProvider<FormVersions> versions) {
        this.versions = versions;
    }

    /** Every answer of the entry but numbers of ours: what the form no longer asks for stands last, under its own key. */
    public List<Section> of(String form, JsonNode data) {
        return of(form, data, NOTHING);
    }

    private List<Section> of(String form, JsonNode data, Known known) {
        var sections = new ArrayList<Section>();
        var first = new Section("What the form says", new ArrayList<>(), new ArrayList<>());
        sections.add(first);
        var seen = new HashSet<String>();
        fill(fields(form), data, first, sections, seen, known);
        var rest = new Section(REST, new ArrayList<>(), new ArrayList<>());
        sections.add(rest);
        data.fieldNames().forEachRemaining(key -> {
            if (!seen.contains(key)) {
                answer(key, label(key), null, data.get(key), rest, known);
            }
        });
        sections.removeIf(section -> section.answers().isEmpty() && section.tables().isEmpty());
        return sections;
    }

    /** Every answer of the entry but its lists, part by part in the form's order. */
    public List<Answered> answers(String form, JsonNode data, Known known) {
        return of(form, data, known).stream().flatMap(section -> section.answers().stream()
                .map(fact -> new Answered(section.heading(), fact.label(), fact.value()))).toList();
    }

    /** One field of the entry with coded answers in the words of the form's options: text, a list of text, or a list of rows. */
    public Object inWords(String form, String key, JsonNode value) {
        return inWords(find(fields(form), key), value);
    }

    /** One coded answer in the words of the form's options. */
    public String inWords(String form, String key, String code) {
        return option(find(fields(form), key), code);
    }

    /** The same in a row of the list. */
    public String inWords(String form, String list, String key, String code) {
        return option(find(children(find(fields(form), list)), key), code);
    }

    private Object inWords(Field field, JsonNode value) {
        if (value.isArray()) {
            var items = new ArrayList<>();
            value.forEach(item -> items.add(inWords(field, item)));
            return items;
        }
        if (value.isObject()) {
            var row = new LinkedHashMap<String, Object>();
            value.fields().forEachRemaining(answer ->
                    row.put(answer.getKey(), inWords(find(children(field), answer.getKey()), answer.getValue())));
            return row;
        }
        return option(field, value.asText(""));
    }

    private void fill(List<Field> fields, JsonNode data, Section into, List<Section> sections, Set<String> seen, Known known) {
        for (var field : fields) {
            var key = ownKey(field);
            if (field.type() == FieldType.GROUP) {
                var part = into;
                if (field.definition().hasNonNull("label")) {
                    part = new Section(field.definition().get("label").asText(), new ArrayList<>(), new ArrayList<>());
                    sections.add(part);
                }
                seen.add(key);
                fill(field.children(), key.isEmpty() ? data : data.path(key), part, sections, seen, known);
            } else if (!key.isEmpty() && data.has(key)) {
                seen.add(key);
                answer(key, label(field, key), field, data.get(key), into, known);
            }
        }
    }

    private void answer(String key, String label, Field field, JsonNode value, Section into, Known known) {
        if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            into.tables().add(table(label, field, value, known));
        } else if (value.isObject()) {
            value.fields().forEachRemaining(answered -> answer(answered.getKey(), label(answered.getKey()),
                    find(children(field), answered.getKey()), answered.getValue(), into, known));
        } else {
            var words = isNumberOfOurs(key) ? known.inWords(key, value.asText("")) : words(field, value);
            if (words != null && !words.isEmpty()) {
                into.answers().add(new Fact(ownName(label, key, into), words));
            }
        }
    }

    /** Of a parent, a prosecution, and whatever else has one. */
    private static boolean isNumberOfOurs(String key) {
        return key.endsWith("Id");
    }

    /** Of two fields with one label in the same part, the second says which it is. */
    private static String ownName(String label, String key, Section into) {
        return into.answers().stream().anyMatch(fact -> fact.label().equals(label)) ? "%s (%s)".formatted(label, label(key).toLowerCase(Locale.UK))
                : label;
    }

    private Table table(String caption, Field list, JsonNode rows, Known known) {
        var keys = new ArrayList<String>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key) && !(isNumberOfOurs(key) && known.inWords(key, row.path(key).asText("")) == null)) {
                keys.add(key);
            }
        }));
        var fields = children(list);
        var lines = new ArrayList<List<String>>();
        rows.forEach(row -> lines.add(keys.stream().map(key -> isNumberOfOurs(key) ? known.inWords(key, row.path(key).asText(""))
                : words(find(fields, key), row.path(key))).toList()));
        return new Table(caption, keys.stream().map(key -> isNumberOfOurs(key) ? label(key.substring(0, key.length() - "Id".length()))
                : label(find(fields, key), key)).toList(), lines);
    }

    private String words(Field field, JsonNode value) {
        if (value.isArray()) {
            var items = new ArrayList<String>();
            value.forEach(item -> items.add(words(field, item)));
            // as a person would: a, b and c; what has commas of its own is kept apart by semicolons
            return items.stream().anyMatch(item -> item.contains(",")) ? String.join("; ", items) : Lists.inWords(items);
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "Yes" : "No";
        }
        return option(field, value.asText(""));
    }

    private String option(Field field, String value) {
        for (var option : field == null ? MissingNode.getInstance() : field.definition().path("values")) {
            if (option.path("value").asText().equals(value)) {
                return option.path("label").asText(value);
            }
        }
        var session = SESSION.matcher(value.strip());
        return session.matches() ? "%s, %s".formatted(Days.inWords(LocalDate.parse(session.group(1))), session.group(2).equals("AM") ? "morning" : "afternoon")
                : Days.inWordsIfADay(value.strip());
    }

    /** @param filledIn the form's id, and the version of it where that is known: {@code agree-plan@3} */
    private List<Field> fields(String filledIn) {
        var named = filledIn.split("@", 2);
        if (named.length > 1) {
            var asItWas = Optional.ofNullable(versions.getIfAvailable()).flatMap(all -> all.read(named[0], Integer.parseInt(named[1])));
            if (asItWas.isPresent()) {
                return asItWas.get().fields();
            }
        }
        var resource = new ClassPathResource("forms/" + named[0] + ".form");
        if (!resource.exists()) {
            return List.of();
        }
        try (var stated = resource.getInputStream()) {
            return Form.read(stated.readAllBytes()).fields();
        } catch (IOException e) {
            throw new UncheckedIOException("forms/" + named[0] + ".form is not readable", e);
        }
    }

    /** Null where the form has none of that key: what it asked once and asks no longer. */
    private static Field find(List<Field> fields, String key) {
        for (var field : fields) {
            if (ownKey(field).equals(key)) {
                return field;
            }
            var inside = field.type() == FieldType.GROUP ? find(field.children(), key) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private static List<Field> children(Field field) {
        return field == null ? List.of() : field.children();
    }

    /** Without that of the groups around it. */
    private static String ownKey(Field field) {
        return field.definition().path("key").asText(field.definition().path("path").asText(""));
    }

    private static String label(Field field, String key) {
        return Optional.ofNullable(field).flatMap(Field::statedLabel).orElseGet(() -> label(key));
    }

    /** whatWentWell → What went well */
    private static String label(String key) {
        var words = key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.UK);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
