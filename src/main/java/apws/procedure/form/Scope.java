package apws.procedure.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an expression of a form sees, as form-js gives it: the whole form's data by name, and {@code this}, {@code parent} and {@code i},
 * which inside a dynamic list are the row, what is around the list, and the row's number (from 1).
 */
record Scope(Map<String, Object> data, Map<String, Object> self, Map<String, Object> parent, List<Integer> index) {

    static Scope of(Map<String, Object> data) {
        return new Scope(data, data, null, List.of());
    }

    Scope row(Map<String, Object> row, int number) {
        var around = new HashMap<String, Object>(self);
        around.putAll(context());
        var numbers = new ArrayList<>(index);
        numbers.add(number);
        return new Scope(data, row, around, numbers);
    }

    Map<String, Object> context() {
        var context = new HashMap<String, Object>();
        context.put("this", self);
        context.put("parent", parent);
        context.put("i", index);
        context.putAll(data);
        context.put("_this_", self);
        context.put("_parent_", parent);
        context.put("_i_", index);
        return context;
    }
}
