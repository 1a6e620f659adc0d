package apws.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was sent for fields that the form does not have. */
final class UnknownAnswers {

    private final List<FieldProblem> problems = new ArrayList<>();

    private UnknownAnswers() {
    }

    static List<FieldProblem> in(Form form, Map<String, Object> sent) {
        var unknown = new UnknownAnswers();
        unknown.look(form.fields(), sent, "", "", 0);
        return unknown.problems;
    }

    private void look(List<Field> fields, Map<String, Object> sent, String prefix, String list, int row) {
        var known = new HashMap<String, Field>();
        collect(fields, known);
        sent.forEach((key, value) -> {
            var path = prefix + key;
            var field = known.get(path);
            if (field != null && field.type() == FieldType.DYNAMICLIST) {
                rows(field, value, list.isEmpty() ? field.key() : list + "." + field.key());
            } else if (field == null) {
                var within = known.keySet().stream().anyMatch(other -> other.startsWith(path + "."));
                if (within && value instanceof Map<?, ?> map) {
                    look(fields, Paths.asMap(map), path + ".", list, row);
                } else if (!within || value != null) {
                    var name = list.isEmpty() ? path : list + "." + path;
                    problems.add(new FieldProblem(name, name, row, "is not a field of this form"));
                }
            }
        });
    }

    private void rows(Field list, Object value, String name) {
        if (value instanceof List<?> rows) {
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row) instanceof Map<?, ?> map) {
                    look(list.children(), Paths.asMap(map), "", name, row + 1);
                }
            }
        }
    }

    private static void collect(List<Field> fields, Map<String, Field> known) {
        for (var field : fields) {
            if (field.type() == FieldType.DYNAMICLIST || field.type().keyed()) {
                known.put(field.key(), field);
            } else {
                collect(field.children(), known);
            }
        }
    }
}
