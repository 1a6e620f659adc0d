package apws.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What was sent for one field, read by the field's type: text, a number (BigDecimal), true or false, one choice, a list of choices, or a date
 * or time as ISO text. Null when nothing was answered.
 */
final class Answer {

    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\t]");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final long NANOS_OF_A_MINUTE = Duration.ofMinutes(1).toNanos();
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("HH:mmxxx");

    /** The answer is of another type than the field. */
    static class Unfit extends Exception {

        Unfit(String reason) {
            super(reason);
        }
    }

    private Answer() {
    }

    static Object read(Field field, Object sent) throws Unfit {
        if (sent instanceof Unreadable unreadable) {
            throw new Unfit(unreadable.reason());
        }
        if (sent == null || "".equals(sent)) {
            return null;
        }
        return switch (field.type()) {
            case TEXTFIELD -> LINE_BREAKS.matcher(text(sent, "must be text")).replaceAll(" ");
            case TEXTAREA -> text(sent, "must be text");
            case NUMBER -> number(field, sent);
            case CHECKBOX -> flag(sent);
            case CHECKLIST, TAGLIST -> choices(sent);
            case DATETIME -> moment(field, text(sent, "must be given as text, such as 2026-09-01"));
            default -> sent instanceof Number number ? Numbers.decimal(number) : sent;
        };
    }

    /** What the form starts with when it is given {@code value}: like the browser, nothing where the value does not fit the field. */
    static Object given(Field field, Object value) {
        try {
            if (field.type() == FieldType.TEXTFIELD || field.type() == FieldType.TEXTAREA) {
                return value instanceof Number || value instanceof Boolean ? value.toString() : read(field, value);
            }
            return read(field, value);
        } catch (Unfit unfit) {
            return null;
        }
    }

    private static String text(Object sent, String otherwise) throws Unfit {
        if (sent instanceof String text) {
            return text;
        }
        throw new Unfit(otherwise);
    }

    private static Object number(Field field, Object sent) throws Unfit {
        try {
            var number = Numbers.decimal(sent instanceof Number n ? Numbers.decimal(n).toString() : text(sent, "must be a number"));
            return field.definition().path("serializeToString").asBoolean() ? number.toPlainString() : number;
        } catch (NumberFormatException e) {
            throw new Unfit("must be a number, such as 95 or 92.5");
        }
    }

    private static Boolean flag(Object sent) throws Unfit {
        if (sent instanceof Boolean flag) {
            return flag;
        }
        throw new Unfit("must be true (ticked) or false");
    }

    private static List<Object> choices(Object sent) throws Unfit {
        if (!(sent instanceof List<?> list)) {
            throw new Unfit("must be a list of choices");
        }
        var choices = new ArrayList<Object>();
        for (var choice : list) {
            var plain = choice instanceof Number number ? Numbers.decimal(number) : choice;
            if (plain != null && choices.stream().noneMatch(plain::equals)) {
                choices.add(plain);
            }
        }
        return choices;
    }

    private static String moment(Field field, String sent) throws Unfit {
        return switch (field.definition().path("subtype").asText("date")) {
            case "time" -> time(field, sent);
            case "datetime" -> {
                var at = sent.indexOf('T');
                if (at < 0) {
                    throw new Unfit("must be a date and time, such as 2026-09-01T14:30");
                }
                yield date(sent.substring(0, at)) + "T" + time(field, sent.substring(at + 1));
            }
            default -> date(sent).toString();
        };
    }

    private static LocalDate date(String sent) throws Unfit {
        try {
            if (DATE.matcher(sent).matches()) {
                var date = LocalDate.parse(sent);
                if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                    return date;
                }
            }
        } catch (DateTimeException noSuchDay) {
            // said below
        }
        throw new Unfit("must be a date since 1900 and before 2100, written as 2026-09-01");
    }

    private static String time(Field field, String sent) throws Unfit {
        try {
            return switch (field.definition().path("timeSerializingFormat").asText("no_timezone")) {
                case "utc_offset" -> minutes(OffsetTime.parse(sent)).format(WITH_OFFSET);
                case "utc_normalized" -> minutes(OffsetTime.parse(sent)).withOffsetSameInstant(ZoneOffset.UTC).format(HOURS_AND_MINUTES) + "Z";
                default -> minutes(LocalTime.parse(sent)).format(HOURS_AND_MINUTES);
            };
        } catch (DateTimeException e) {
            throw new Unfit("must be a time, written as 14:30");
        }
    }

    /** Seconds are no part of any answer, and are not dropped in silence. */
    private static <T extends TemporalAccessor> T minutes(T time) {
        if (time.getLong(ChronoField.NANO_OF_DAY) % NANOS_OF_A_MINUTE != 0) {
            throw new DateTimeException("not a whole minute");
        }
        return time;
    }

    /** Whether there is nothing in it that a person answered. */
    static boolean blank(Object answer) {
        return answer == null || "".equals(answer) || Boolean.FALSE.equals(answer) || answer instanceof List<?> list && list.isEmpty()
                || answer instanceof Map<?, ?> map && map.values().stream().allMatch(Answer::blank);
    }

    /** The number in it, or null. */
    static BigDecimal asNumber(Object answer) {
        if (answer instanceof BigDecimal number) {
            return number;
        }
        try {
            return answer instanceof String text ? Numbers.decimal(text) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
