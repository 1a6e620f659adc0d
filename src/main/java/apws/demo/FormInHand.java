package apws.demo;

import apws.calendar.SchoolCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A form that somebody fills in as it stands: each field with what is said under its name, and what is required besides with something
 * that fits. Answers to fields that are hidden do no harm, since nobody looks at them.
 *
 * <p>What is said may be a value; {@code oneOf}, of which chance takes one; {@code byRow}, by the row's number in its list, of which the
 * last goes on; {@code take}, the values that the form shows for what is chosen; {@code usual} and {@code otherwise}, of which the first
 * is for cases with a story; or {@code where}, {@code then} and {@code otherwise}, of which the first names what the form shows as true or not. In
 * text {@code {today}}, {@code {user}}, {@code {parent}} and whatever the form shows are put in, with days added: {@code {meetingOn+28}} is
 * the first school day from then on, {@code {meetingOn+28 days}} that day itself, {@code {today-3}} simply earlier. {@code {baseline+6|95}} is
 * 95 where the form shows no baseline.
 */
final class FormInHand {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)([+-]\\d+(?: days)?)?(?:\\|([^}]*))?}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Situation at;
    private final DemoUser user;
    private final SchoolCalendar calendar;
    private final boolean usual;
    private final List<Map<String, Object>> said;
    private final Map<String, Object> answers = new LinkedHashMap<>();

    /**
     * @param usual whether the case goes the usual way where its story says nothing else
     * @param said  under the fields' names, what counts most first
     */
    FormInHand(Situation at, DemoUser user, SchoolCalendar calendar, boolean usual, List<Map<String, Object>> said) {
        this.at = at;
        this.user = user;
        this.calendar = calendar;
        this.usual = usual;
        this.said = said;
    }

    Map<String, Object> filled(JsonNode form) {
        fill(form, answers, "", 0, at.shown());
        return answers;
    }

    private void fill(JsonNode container, Map<String, Object> into, String list, int row, JsonNode given) {
        for (var field : container.path("components")) {
            switch (field.path("type").asText()) {
                case "group" -> fill(field, into, list, row, given);
                case "dynamiclist" -> rows(field).ifPresentOrElse(rows -> into.put(field.path("path").asText(), rows), () -> { });
                default -> {
                    var key = field.path("key").asText();
                    var answer = key.isEmpty() ? null : answer(field, key, list, row, given);
                    if (answer != null) {
                        into.put(key, answer);
                    }
                }
            }
        }
    }

    private Optional<List<Map<String, Object>>> rows(JsonNode list) {
        var path = list.path("path").asText();
        var rows = new ArrayList<Map<String, Object>>();
        if (!list.path("allowAddRemove").asBoolean(true)) {
            for (var given : at.shown().path(path)) {
                rows.add(row(list, path, rows.size(), given));
            }
        } else if (find(path, path) instanceof List<?> written) {
            written.forEach(row -> rows.add(asMap(value(row, path, rows.size()))));
        } else if (list.path("properties").has("requiredWhen")) {
            rows.add(row(list, path, 0, at.shown()));
        } else {
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    private Map<String, Object> row(JsonNode list, String path, int number, JsonNode given) {
        var row = new LinkedHashMap<String, Object>();
        fill(list, row, path + ".", number, given);
        return row;
    }

    private Object answer(JsonNode field, String key, String list, int row, JsonNode given) {
        if (field.path("properties").path("rowKey").asText().equals("yes")) {
            return given.path(key).asText(null);
        }
        if (field.path("readonly").asBoolean(false) || field.path("disabled").asBoolean(false)) {
            return null;
        }
        boolean required = field.path("validate").path("required").asBoolean(false);
        var answer = value(find(list + key, key), list + key, row);
        if (answer == null && required && !given.path(key).isMissingNode() && !given.path(key).isNull()) {
            answer = given.path(key).asText(); // as it stands on the form
        }
        return fitting(field, answer, required || answer != null);
    }

    /** What is said, first for the field of that list and then for any field of that name. */
    private Object find(String ofList, String name) {
        return said.stream().map(some -> some.containsKey(ofList) ? some.get(ofList) : some.get(name)).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    private Object fitting(JsonNode field, Object answer, boolean wanted) {
        if (!wanted) {
            return null;
        }
        return switch (field.path("type").asText()) {
            case "checkbox" -> answer == null ? Boolean.TRUE : answer;
            case "radio", "select" -> {
                var options = options(field);
                yield options.isEmpty() || options.contains(String.valueOf(answer)) ? answer : options.get(0);
            }
            case "checklist", "taglist" -> answer == null ? options(field).stream().limit(1).toList() : answer;
            case "number" -> answer == null ? Math.max(1, field.path("validate").path("min").asInt(1)) : answer;
            case "datetime" -> answer != null ? answer : field.path("subtype").asText().equals("time") ? "10:00" : at.today().toString();
            case "textfield", "textarea" -> answer == null ? "As said at the meeting and written down there" : String.valueOf(answer);
            default -> null;
        };
    }

    private List<String> options(JsonNode field) {
        var options = field.has("valuesKey") ? at.shown().path(field.path("valuesKey").asText()) : field.path("values");
        return values(options);
    }

    private static List<String> values(JsonNode options) {
        return StreamSupport.stream(options.spliterator(), false).map(one -> one.isObject() ? one.path("value").asText() : one.asText())
                .toList();
    }

    private Object value(Object said, String name, int row) {
        if (said instanceof Map<?, ?> choice) {
            if (choice.get("oneOf") instanceof List<?> some) {
                return value(at.chance().of(name).of(row).oneOf(some), name, row);
            }
            if (choice.get("byRow") instanceof List<?> rows) {
                return value(rows.get(Math.min(row, rows.size() - 1)), name, row);
            }
            if (choice.get("take") instanceof List<?> names) {
                return taken(String.valueOf(names.get(0)), String.valueOf(names.get(1)), String.valueOf(names.get(2)));
            }
            if (choice.containsKey("where")) {
                return value(choice.get(at.shown().path(String.valueOf(choice.get("where"))).asBoolean() ? "then" : "otherwise"), name, row);
            }
            if (choice.containsKey("usual")) {
                return value(choice.get(usual ? "usual" : "otherwise"), name, row);
            }
            var values = new HashMap<String, Object>();
            choice.forEach((key, one) -> values.put(String.valueOf(key), value(one, name + "." + key, row)));
            return values;
        }
        if (said instanceof List<?> list) {
            return list.stream().map(one -> value(one, name, row)).toList();
        }
        return said instanceof String text ? text(text) : said;
    }

    private List<String> taken(String list, String key, String name) {
        for (var row : at.shown().path(list)) {
            if (row.path(key).asText().equals(String.valueOf(answers.get(key)))) {
                return values(row.path(name));
            }
        }
        return List.of();
    }

    private Object text(String text) {
        var whole = PLACE.matcher(text);
        if (whole.matches()) {
            return put(whole.group(1), whole.group(2), whole.group(3));
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(
                String.valueOf(put(place.group(1), place.group(2), place.group(3)))));
    }

    private Object put(String name, String plus, String otherwise) {
        var found = switch (name) {
            case "today" -> at.today().toString();
            case "user" -> user.name();
            case "role" -> user.role();
            case "parent" -> at.shown().path("parents").path(0).path("name").asText("The parent");
            default -> at.shown().path(name).asText("");
        };
        if (found.isEmpty()) {
            return otherwise == null ? null : otherwise.matches("\\d+") ? (Object) Integer.valueOf(otherwise) : otherwise;
        }
        return plus == null ? found : added(found, Integer.parseInt(plus.replace(" days", "")), plus.endsWith(" days"));
    }

    private Object added(String found, int more, boolean whateverDay) {
        try {
            var day = LocalDate.parse(found).plusDays(more);
            return (more < 0 || whateverDay ? day : calendar.schoolDayOnOrAfter(day)).toString();
        } catch (DateTimeParseException number) {
            return new BigDecimal(found).setScale(0, RoundingMode.CEILING).add(BigDecimal.valueOf(more)).min(HUNDRED);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object row) {
        return (Map<String, Object>) row;
    }
}
