package apws.form;

import apws.form.FormMistakes.Mistake;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a form no longer has of the fields that the application reads from it, or has as something else. */
public final class FieldsRead {

    private static final Set<FieldType> WRITTEN = EnumSet.of(FieldType.TEXTFIELD, FieldType.TEXTAREA, FieldType.RADIO, FieldType.SELECT);
    private static final Set<FieldType> CHOSEN = EnumSet.of(FieldType.RADIO, FieldType.SELECT);
    private static final Set<FieldType> SEVERAL = EnumSet.of(FieldType.CHECKLIST, FieldType.TAGLIST);
    private static final Map<Class<?>, String> IN_WORDS = Map.of(String.class, "text or one choice", LocalDate.class, "a date", BigDecimal.class,
            "a number", Integer.class, "a number", Long.class, "the number of somebody or something, as text or one choice");

    private FieldsRead() {
    }

    /** The ids of the forms that a record is of, see {@link OnForm}. */
    public static List<String> forms(Class<?> answers) {
        return List.of(answers.getAnnotation(OnForm.class).value());
    }

    /** @param answers a record of the form */
    public static List<Mistake> lacking(Form form, Class<?> answers) {
        return lacking(Form.ofRow(form.whole()).toList(), answers).toList();
    }

    private static Stream<Mistake> lacking(List<Field> fields, Class<?> read) {
        return Arrays.stream(read.getRecordComponents()).flatMap(component -> fields.stream()
                .filter(field -> field.type() != FieldType.GROUP && field.key().equals(component.getName())).findFirst()
                .map(field -> lacking(field, component))
                .orElseGet(() -> Stream.of(new Mistake(component.getName(), "is gone, and the application reads it: keep a field with this key"))));
    }

    private static Stream<Mistake> lacking(Field field, RecordComponent component) {
        if (field.type() == FieldType.EXPRESSION) {
            return Stream.of();
        }
        if (component.getGenericType() instanceof ParameterizedType list) {
            return lackingInList(field, list.getActualTypeArguments()[0]);
        }
        var type = component.getType();
        if (type.isEnum()) {
            return isOneOf(field, type) ? Stream.of()
                    : wrong(field, "one choice among %s".formatted(Arrays.toString(type.getEnumConstants())));
        }
        return fits(field, type) ? Stream.of() : wrong(field, IN_WORDS.get(type));
    }

    private static Stream<Mistake> lackingInList(Field field, Type of) {
        if (of instanceof Class<?> row && row.isRecord()) {
            return field.type() == FieldType.DYNAMICLIST ? lacking(Form.ofRow(field).toList(), row) : wrong(field, "a list of rows");
        }
        return SEVERAL.contains(field.type()) ? Stream.of() : wrong(field, "several choices");
    }

    private static boolean fits(Field field, Class<?> type) {
        var subtype = field.type() == FieldType.DATETIME ? field.definition().path("subtype").asText("date") : "";
        if (type == LocalDate.class) {
            return subtype.equals("date");
        }
        if (type == String.class) {
            return WRITTEN.contains(field.type()) || subtype.equals("time");
        }
        if (type == Long.class) {
            return field.type() == FieldType.TEXTFIELD || CHOSEN.contains(field.type());
        }
        return field.type() == FieldType.NUMBER && !field.definition().path("serializeToString").asBoolean();
    }

    private static boolean isOneOf(Field field, Class<?> codes) {
        var known = Arrays.stream(codes.getEnumConstants()).map(code -> ((Enum<?>) code).name()).toList();
        return CHOSEN.contains(field.type()) && StreamSupport.stream(field.definition().path("values").spliterator(), false)
                .allMatch(option -> known.contains(option.path("value").asText()));
    }

    private static Stream<Mistake> wrong(Field field, String expected) {
        return Stream.of(new Mistake(field.key(), "is not what the application reads under this key: %s".formatted(expected)));
    }
}
