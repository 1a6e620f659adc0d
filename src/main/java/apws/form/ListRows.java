package apws.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rows of one dynamic list, those that the form was given and those that were sent side by side.
 *
 * @param problems what is wrong with the list as a whole
 */
record ListRows(List<Row> rows, List<String> problems) {

    /**
     * @param given what the row started with
     * @param sent  what came back for it; null when the row is missing
     */
    record Row(Map<String, Object> given, Map<String, Object> sent) {
    }

    static ListRows match(Field list, Object given, Object sent) {
        var problems = new ArrayList<String>();
        var present = maps(given);
        if (sent instanceof Unreadable unreadable) {
            problems.add(unreadable.reason());
        } else if (sent != null && !"".equals(sent) && !(sent instanceof List<?> rows && rows.stream().allMatch(ListRows::isRow))) {
            problems.add("must be a list of rows");
        }
        var answered = problems.isEmpty() ? maps(sent) : List.<Map<String, Object>>of();
        var key = Form.ofRow(list).filter(Field::namesRow).findFirst();
        if (list.open()) {
            return new ListRows(added(list, present, answered, key, problems), problems);
        }
        return new ListRows(key.isPresent() ? named(present, answered, key.get(), problems) : ordered(present, answered, problems), problems);
    }

    private static List<Row> added(Field list, List<Map<String, Object>> present, List<Map<String, Object>> answered, Optional<Field> key,
                                   List<String> problems) {
        var rows = new ArrayList<Row>();
        var mayBeEmpty = Form.ofRow(list).noneMatch(Field::required);
        for (var row : answered) {
            if (mayBeEmpty && Answer.blank(row)) {
                continue;
            }
            var name = key.map(field -> name(row, field)).filter(value -> !Answer.blank(value));
            var known = name.flatMap(value -> present.stream().filter(old -> value.equals(name(old, key.orElseThrow()))).findFirst());
            if (name.isPresent() && known.isEmpty()) {
                problems.add("row %d was not among those given with the form: open the form again".formatted(rows.size() + 1));
            }
            rows.add(new Row(known.orElseGet(() -> GivenData.newRow(list)), row));
        }
        return rows;
    }

    private static List<Row> named(List<Map<String, Object>> present, List<Map<String, Object>> answered, Field key, List<String> problems) {
        var rows = new ArrayList<Row>();
        var left = new ArrayList<>(answered);
        for (var row : present) {
            var sent = left.stream().filter(candidate -> Objects.equals(name(row, key), name(candidate, key))).findFirst();
            if (sent.isEmpty()) {
                problems.add("row %d of those given with the form is missing: open the form again".formatted(rows.size() + 1));
            }
            sent.ifPresent(found -> left.removeIf(candidate -> candidate == found));
            rows.add(new Row(row, sent.orElse(null)));
        }
        if (!left.isEmpty()) {
            problems.add("%d of its rows are not among those given with the form, or are there twice: open the form again".formatted(left.size()));
        }
        return rows;
    }

    private static List<Row> ordered(List<Map<String, Object>> present, List<Map<String, Object>> answered, List<String> problems) {
        if (present.size() != answered.size()) {
            problems.add("must have the %d rows given with the form: open the form again".formatted(present.size()));
        }
        var rows = new ArrayList<Row>();
        for (int row = 0; row < present.size(); row++) {
            rows.add(new Row(present.get(row), row < answered.size() ? answered.get(row) : null));
        }
        return rows;
    }

    private static Object name(Map<String, Object> row, Field key) {
        return Answer.given(key, Paths.get(row, key.path()));
    }

    /** In a list of which every field of a row is hidden, the browser sends null for the row. */
    private static boolean isRow(Object row) {
        return row == null || row instanceof Map<?, ?>;
    }

    private static List<Map<String, Object>> maps(Object rows) {
        return rows instanceof List<?> list
                ? list.stream().map(row -> row == null ? Map.<String, Object>of() : Paths.asMap(row)).toList() : List.of();
    }
}
