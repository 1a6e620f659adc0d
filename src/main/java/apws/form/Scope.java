package apws.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What an expression of a form sees, as form-js gives it: the whole form's data by name, and {@code this}, {@code parent} and {@code i},
 * which inside a dynamic list are the row, what is around the list, and the row's number (from 1). Our own checks also see {@code value},
 * the answer that they are about.
 */
final class Scope {

    private static final Set<String> SPECIAL = Set.of("this", "parent", "i");
    private static final Set<String> SPECIAL_BEYOND_DOUBT = Set.of("_this_", "_parent_", "_i_");

    private final Map<String, Object> data;
    private final Map<String, Object> self;
    private final Scope around;
    private final List<Integer> index;
    private final Map<String, Object> more;
    private final Map<Object, Optional<Object>> memory;

    private Scope(Map<String, Object> data, Map<String, Object> self, Scope around, List<Integer> index, Map<String, Object> more,
                  Map<Object, Optional<Object>> memory) {
        this.data = data;
        this.self = self;
        this.around = around;
        this.index = index;
        this.more = more;
        this.memory = memory;
    }

    public static Scope of(Map<String, Object> data) {
        return of(data, new HashMap<>());
    }

    /** @param memory what was worked out before, for as long as one form is looked at */
    public static Scope of(Map<String, Object> data, Map<Object, Optional<Object>> memory) {
        return new Scope(data, data, null, List.of(), Map.of(), memory);
    }

    Scope row(Map<String, Object> row, int number) {
        var numbers = new ArrayList<>(index);
        numbers.add(number);
        return new Scope(data, row, this, numbers, Map.of(), memory);
    }

    Scope withValue(Object answer) {
        var value = new HashMap<String, Object>();
        value.put("value", answer);
        return new Scope(data, self, around, index, value, memory);
    }

    /** The data of the form, or of the row. */
    Map<String, Object> self() {
        return self;
    }

    /** The data of the form. */
    Map<String, Object> whole() {
        return data;
    }

    /** Works it out, or remembers it: the rows of a list ask the same question of the same few answers again and again. */
    Object remembered(String expression, Map<String, Object> seen, Supplier<Object> work) {
        var question = List.of(expression, seen);
        var known = memory.get(question);
        if (known == null) {
            known = Optional.ofNullable(work.get());
            memory.put(question, known);
        }
        return known.orElse(null);
    }

    /** Only what these names mean, and of a row only the parts named. */
    Map<String, Object> only(Map<String, Set<String>> names) {
        var seen = new HashMap<String, Object>();
        names.forEach((name, parts) -> {
            var value = see(name, seen);
            if (!parts.isEmpty() && value instanceof Map<?, ?> whole) {
                var narrowed = new HashMap<>(whole);
                narrowed.keySet().retainAll(parts);
                seen.put(name, narrowed);
            }
        });
        return seen;
    }

    private Object see(String name, Map<String, Object> seen) {
        if (more.containsKey(name)) {
            seen.put(name, more.get(name));
        } else if (SPECIAL_BEYOND_DOUBT.contains(name)) {
            seen.put(name, special(name.substring(1, name.length() - 1)));
        } else if (data.containsKey(name)) {
            seen.put(name, data.get(name));
        } else if (SPECIAL.contains(name)) {
            seen.put(name, special(name));
        }
        return seen.get(name);
    }

    private Object special(String name) {
        return switch (name) {
            case "this" -> self;
            case "i" -> index;
            default -> around == null ? null : around.everything();
        };
    }

    private Map<String, Object> everything() {
        var everything = new HashMap<>(self);
        SPECIAL.forEach(name -> everything.put(name, special(name)));
        everything.putAll(data);
        SPECIAL_BEYOND_DOUBT.forEach(name -> everything.put(name, special(name.substring(1, name.length() - 1))));
        return everything;
    }
}
