package apws.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Component;

/** What is wrong with a form before anybody opens it: what Tasklist could not show or send, and rules that would never hold. */
@Component
public class FormMistakes {

    private static final int NEWEST_SCHEMA = 16;
    private static final Set<String> YES_OR_NO = Set.of("routes", "prefill", "rowKey", "closedToo", "namesNoParent");
    private static final Set<String> EXPRESSIONS = Set.of("check", "requiredWhen");
    private static final Set<String> REASONS = Set.of(AppointedDay.SCHOOL_DAY, AppointedDay.AFTER_LETTER);
    private static final Set<String> TEXTS = Set.of("checkMessage", "requiredMessage", "patternMessage");

    private final Feel feel;

    FormMistakes(Feel feel) {
        this.feel = feel;
    }

    /** @param component its id, or its key */
    public record Mistake(String component, String what) {
    }

    public List<Mistake> in(byte[] resource) {
        Form form;
        try {
            form = Form.read(resource);
        } catch (IllegalArgumentException e) {
            return List.of(new Mistake("form", e.getMessage()));
        }
        var mistakes = new ArrayList<Mistake>();
        if (form.whole().definition().path("schemaVersion").asInt() > NEWEST_SCHEMA) {
            mistakes.add(new Mistake(form.id(), "is written for a newer Tasklist: its schemaVersion may be %d at most".formatted(NEWEST_SCHEMA)));
        }
        look(form.whole(), false, mistakes);
        rows(form.fields(), false, new HashSet<>(), mistakes);
        reasons(form.whole(), mistakes);
        return mistakes;
    }

    /** Whoever is asked whether an unusual day is meant needs somewhere to say so. */
    private static void reasons(Field container, List<Mistake> mistakes) {
        var beside = Form.ofRow(container).toList();
        for (var field : beside) {
            for (var property : REASONS) {
                if (field.property(property) == null) {
                    continue;
                }
                if (field.type() != FieldType.DATETIME || !field.definition().path("subtype").asText("date").equals("date")) {
                    mistakes.add(mistake(field, "has %s, which is for a date".formatted(property)));
                } else if (beside.stream().noneMatch(reason -> isText(reason) && reason.path().equals(AppointedDay.reason(field, property)))) {
                    mistakes.add(mistake(field, "has %s '%s', and there is no text of that key beside it in which the reason could stand"
                            .formatted(property, field.property(property))));
                }
            }
            if (field.type() == FieldType.DYNAMICLIST) {
                reasons(field, mistakes);
            }
        }
    }

    private static boolean isText(Field field) {
        return field.type() == FieldType.TEXTFIELD || field.type() == FieldType.TEXTAREA;
    }

    private void rows(List<Field> fields, boolean inRow, Set<String> taken, List<Mistake> mistakes) {
        for (var field : fields) {
            look(field, inRow, mistakes);
            if (!field.key().isEmpty() && field.type() != FieldType.GROUP && !taken.add(field.key())) {
                mistakes.add(mistake(field, "has the same key as another field: %s".formatted(field.key())));
            }
            var list = field.type() == FieldType.DYNAMICLIST;
            rows(field.children(), inRow || list, list ? new HashSet<>() : taken, mistakes);
        }
    }

    private void look(Field field, boolean inRow, List<Mistake> mistakes) {
        var definition = field.definition();
        var hide = field.hiddenWhen();
        if (hide != null && !hide.isBlank() && !hide.startsWith("=")) {
            mistakes.add(mistake(field, "has a condition for hiding that does not begin with '='"));
        }
        expression(field, "its condition for hiding", definition.path("conditional").path("hide"), mistakes);
        for (var name : List.of("readonly", "expression", "valuesExpression")) {
            expression(field, name, definition.path(name), mistakes);
        }
        for (var name : List.of("min", "max", "minLength", "maxLength")) {
            expression(field, name, field.validation(name), mistakes);
        }
        pattern(field, mistakes);
        definition.path("properties").fieldNames().forEachRemaining(name -> property(field, name, mistakes));
        if (field.property("check") != null && field.property("checkMessage") == null) {
            mistakes.add(mistake(field, "has a check but no checkMessage to say what is wrong"));
        }
        if (field.namesNoParent() && !isText(field)) {
            mistakes.add(mistake(field, "has namesNoParent, which is for a text"));
        }
        if (field.routes() && (inRow || field.path().size() != 1)) {
            mistakes.add(mistake(field, "cannot route: only a field at the top of the form, with a simple key, becomes a process variable"));
        }
        if (field.type() == FieldType.DATETIME && !definition.path("subtype").asText("date").equals("date")
                && definition.path("timeInterval").asInt() != 1) {
            mistakes.add(mistake(field, "would change the minutes that somebody types: set its time interval to 1"));
        }
        if (field.type() == FieldType.DYNAMICLIST && !definition.path("disableCollapse").asBoolean()) {
            mistakes.add(mistake(field, "may be collapsed, and Tasklist sends only the rows that it shows: set disableCollapse"));
        }
    }

    private void property(Field field, String name, List<Mistake> mistakes) {
        var value = field.property(name);
        if (EXPRESSIONS.contains(name)) {
            feel.mistakeIn(value).ifPresent(wrong -> mistakes.add(mistake(field, "%s is no FEEL: %s".formatted(name, wrong))));
        } else if (YES_OR_NO.contains(name)) {
            if (!value.equalsIgnoreCase("yes") && !value.equalsIgnoreCase("no")) {
                mistakes.add(mistake(field, "has %s '%s': say yes or no".formatted(name, value)));
            }
        } else if (!TEXTS.contains(name) && !REASONS.contains(name)) {
            mistakes.add(mistake(field, "has a property '%s' that means nothing here".formatted(name)));
        }
    }

    private void expression(Field field, String name, JsonNode value, List<Mistake> mistakes) {
        if (Feel.isExpression(value)) {
            feel.mistakeIn(value.asText()).ifPresent(wrong -> mistakes.add(mistake(field, "%s is no FEEL: %s".formatted(name, wrong))));
        }
    }

    private static void pattern(Field field, List<Mistake> mistakes) {
        try {
            Pattern.compile(field.validation("pattern").asText(""));
        } catch (PatternSyntaxException e) {
            mistakes.add(mistake(field, "has a pattern that cannot be read: " + e.getDescription()));
        }
    }

    private static Mistake mistake(Field field, String what) {
        return new Mistake(field.definition().path("id").asText(field.key()), what);
    }
}
