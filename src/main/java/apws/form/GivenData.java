package apws.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a form holds before anyone fills it in, as form-js works it out: given values that fit, else defaults, else nothing. */
final class GivenData {

    private GivenData() {
    }

    static Map<String, Object> of(Form form, Map<String, Object> shown) {
        var data = Paths.copy(shown);
        fill(form.fields(), data);
        return data;
    }

    /** A row that a person adds. */
    static Map<String, Object> newRow(Field list) {
        var row = new LinkedHashMap<String, Object>();
        fill(list.children(), row);
        return row;
    }

    private static void fill(List<Field> fields, Map<String, Object> data) {
        for (var field : fields) {
            if (field.type() == FieldType.DYNAMICLIST) {
                Paths.put(data, field.path(), rows(field, Paths.get(data, field.path())));
            } else if (field.type().keyed()) {
                Paths.put(data, field.path(), start(field, data));
            } else {
                fill(field.children(), data);
            }
        }
    }

    private static Object start(Field field, Map<String, Object> data) {
        if (Paths.has(data, field.path())) {
            var given = Answer.given(field, Paths.get(data, field.path()));
            return given == null ? field.type().empty() : given;
        }
        var standard = field.definition().get("defaultValue");
        return standard == null ? field.type().empty() : Plain.of(standard);
    }

    private static List<Object> rows(Field list, Object given) {
        var rows = new ArrayList<>();
        if (given instanceof List<?> present) {
            for (var row : present) {
                var data = row instanceof Map<?, ?> ? Paths.asMap(row) : new LinkedHashMap<String, Object>();
                fill(list.children(), data);
                rows.add(data);
            }
            return rows;
        }
        for (int row = 0; row < list.definition().path("defaultRepetitions").asInt(1); row++) {
            rows.add(newRow(list));
        }
        return rows;
    }
}
