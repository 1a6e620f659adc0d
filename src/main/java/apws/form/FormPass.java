package apws.form;

import static apws.form.FieldType.CHECKBOX;
import static apws.form.FieldType.DYNAMICLIST;
import static apws.form.FieldType.EXPRESSION;
import static apws.form.FieldType.GROUP;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One walk through a form, its conditions judged by the data that the walk before left. The first has none before it, and takes what was sent
 * as it stands.
 */
final class FormPass {

    private final Feel feel;
    private final FieldCheck check;
    private final Map<String, Object> given;

    private final Map<String, Object> data;
    private final Map<String, Object> kept = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<Field> fixed = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Where the walk is: the same place in what was given, sent, will be seen and will be kept. */
    private record Place(Map<String, Object> given, Map<String, Object> sent, Map<String, Object> data, Map<String, Object> kept,
                         Scope scope, String list, int row) {
    }

    FormPass(Form form, Feel feel, FieldCheck check, Map<String, Object> given, Map<String, Object> sent, Scope before) {
        this.feel = feel;
        this.check = check;
        this.given = given;
        this.data = Paths.copy(given);
        var place = new Place(given, sent, data, kept, before, "", 0);
        UnknownAnswers.in(form, sent).forEach(problems::add);
        walk(form.fields(), place, false);
        asked(form.whole(), null, place);
    }

    /** What conditions see after this walk. */
    Map<String, Object> data() {
        return data;
    }

    Map<String, Object> kept() {
        return kept;
    }

    List<FieldProblem> problems() {
        return problems;
    }

    /** The read-only and disabled ones. */
    Set<Field> fixed() {
        return fixed;
    }

    private void walk(List<Field> fields, Place place, boolean hidden) {
        for (var field : fields) {
            var unseen = hidden || holds(field.hiddenWhen(), place);
            if (field.type() == DYNAMICLIST) {
                list(field, place, unseen);
            } else if (field.type().keyed()) {
                answer(field, place, unseen);
            } else {
                walk(field.children(), place, unseen);
                if (!unseen) {
                    asked(field, null, place);
                }
            }
        }
    }

    private boolean holds(String condition, Place place) {
        return condition != null && condition.startsWith("=") && place.scope() != null && feel.isTrue(condition, place.scope());
    }

    private boolean isFixed(Field field, Place place) {
        var readonly = field.readonly();
        return field.disabled() || (Feel.isExpression(readonly) ? holds(readonly.asText(), place) : readonly.asBoolean(false));
    }

    private void answer(Field field, Place place, boolean unseen) {
        if (unseen) {
            return;
        }
        if (field.type() == EXPRESSION) {
            computed(field, place);
            return;
        }
        if (isFixed(field, place)) {
            fixed.add(field);
            if (field.namesRow()) {
                Paths.put(place.kept(), field.path(), Paths.get(place.given(), field.path()));
            }
            return;
        }
        if (place.scope() == null && !Paths.has(place.sent(), field.path())) {
            return;
        }
        try {
            var answer = Answer.read(field, Paths.get(place.sent(), field.path()));
            Paths.put(place.data(), field.path(), answer == null ? field.type().empty() : answer);
            if (answer != null) {
                Paths.put(place.kept(), field.path(), answer);
            } else if (field.type() == CHECKBOX) {
                Paths.put(place.kept(), field.path(), false);
            }
            if (field.routes() && answer instanceof String text && text.length() > Keepable.LONGEST_VARIABLE) {
                throw new Answer.Unfit("is too long: %,d characters at most".formatted(Keepable.LONGEST_VARIABLE));
            }
            if (place.scope() != null) {
                check.problems(field, answer, place.scope(), given).forEach(reason -> problem(field, place, reason));
            }
        } catch (Answer.Unfit unfit) {
            problem(field, place, unfit.getMessage());
        }
    }

    private void computed(Field field, Place place) {
        if (place.scope() == null) {
            return;
        }
        var value = feel.evaluate(field.definition().path("expression").asText("null"), place.scope());
        Paths.put(place.data(), field.path(), value);
        if (value != null) {
            Paths.put(place.kept(), field.path(), value);
        }
        asked(field, value, place);
    }

    private void list(Field list, Place place, boolean unseen) {
        if (unseen) {
            return;
        }
        var rows = ListRows.match(list, Paths.get(place.given(), list.path()), Paths.get(place.sent(), list.path()));
        rows.problems().forEach(reason -> problem(list, place, reason));
        var seen = new ArrayList<>();
        var answered = new ArrayList<>();
        var number = 0;
        for (var row : rows.rows()) {
            number++;
            if (row.sent() == null) {
                seen.add(row.given());
                continue;
            }
            var rowData = Paths.copy(row.given());
            var rowKept = new LinkedHashMap<String, Object>();
            var scope = place.scope() == null ? null : place.scope().row(rowBefore(list, place, number, rowData), number);
            walk(list.children(), new Place(row.given(), row.sent(), rowData, rowKept, scope, list.key(), number), false);
            seen.add(rowData);
            answered.add(rowKept);
        }
        Paths.put(place.data(), list.path(), seen);
        Paths.put(place.kept(), list.path(), answered);
        asked(list, answered, place);
    }

    /** The row as the walk before left it: what {@code this} means. */
    private static Map<String, Object> rowBefore(Field list, Place place, int number, Map<String, Object> otherwise) {
        return Paths.get(place.scope().self(), list.path()) instanceof List<?> rows && rows.size() >= number
                ? Paths.asMap(rows.get(number - 1)) : otherwise;
    }

    /** Our own rules for what is no single answer: a list, a group, a text between the fields, the whole form. */
    private void asked(Field field, Object value, Place place) {
        if (place.scope() == null) {
            return;
        }
        if (field.type() == DYNAMICLIST && Answer.blank(value)) {
            check.neededBecause(field, value, place.scope()).ifPresent(reason -> problem(field, place, reason));
        }
        check.notAsChecked(field, value, place.scope()).ifPresent(reason -> problem(field, place, reason));
    }

    private void problem(Field field, Place place, String reason) {
        var key = field.type() == GROUP || field.key().isEmpty() ? field.definition().path("id").asText("form") : field.key();
        var label = field.label().isEmpty() ? key : field.label();
        problems.add(new FieldProblem(place.row() > 0 ? place.list() + "." + key : key, label, place.row(), reason));
    }
}
