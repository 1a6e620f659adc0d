package apws.form;

import static apws.form.FieldType.CHECKBOX;
import static apws.form.FieldType.DATETIME;
import static apws.form.FieldType.NUMBER;
import static apws.form.FieldType.TEXTAREA;
import static apws.form.FieldType.TEXTFIELD;

import apws.calendar.SchoolCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a form asks of one field's answer: form-js's own rules as the browser applies them, and ours in its custom properties. */
@Component
class FieldCheck {

    private static final Pattern EMAIL = Pattern.compile(
            "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
    private static final Pattern PHONE = Pattern.compile("(\\+|00)[1-9]\\d{6,18}");

    private final Feel feel;
    private final Choices choices;
    private final SchoolCalendar calendar;
    private final AppointedDay appointedDay;

    FieldCheck(Feel feel, Choices choices, SchoolCalendar calendar) {
        this.feel = feel;
        this.choices = choices;
        this.calendar = calendar;
        this.appointedDay = new AppointedDay(calendar);
    }

    /**
     * @param answer as {@link Answer#read} gives it
     * @param given  what the form was given before anyone filled it in
     */
    List<String> problems(Field field, Object answer, Scope scope, Map<String, Object> given) {
        var nothing = field.type() == CHECKBOX ? !Boolean.TRUE.equals(answer) : Answer.blank(answer);
        if (nothing && field.required()) {
            return List.of(field.type() == CHECKBOX ? "must be ticked" : "is required");
        }
        if (nothing) {
            var needed = neededBecause(field, answer, scope);
            if (needed.isPresent() || field.type() != CHECKBOX) {
                return needed.stream().toList();
            }
        }
        var problems = new ArrayList<String>();
        range(field, answer, scope, problems);
        text(field, answer, scope, problems);
        if (field.type() == DATETIME) {
            moment(field, (String) answer, problems);
        }
        if (choices.offeredBy(field) && !choices.holds(field, answer, scope, given)) {
            problems.add("is not among the choices offered");
        }
        if (problems.isEmpty()) {
            notAsChecked(field, answer, scope).ifPresent(problems::add);
        }
        if (problems.isEmpty() && field.namesNoParent() && ParentsNamed.in(answer.toString(), scope)) {
            problems.add("names a parent: it is printed for every parent of the pupil, so say it without the name");
        }
        if (problems.isEmpty() && field.appoints()) {
            appointedDay.unusual(field, (String) answer, scope).ifPresent(problems::add);
        }
        return problems;
    }

    /** {@code requiredWhen}: needed although the form itself does not require it. */
    Optional<String> neededBecause(Field field, Object answer, Scope scope) {
        var when = field.property("requiredWhen");
        if (when == null || !feel.isTrue(when, scope.withValue(answer))) {
            return Optional.empty();
        }
        return Optional.of(said(field, "requiredMessage", field.type() == CHECKBOX ? "must be ticked" : "is required"));
    }

    /** {@code check}: must be true. */
    Optional<String> notAsChecked(Field field, Object answer, Scope scope) {
        var check = field.property("check");
        if (check == null || feel.isTrue(check, scope.withValue(answer))) {
            return Optional.empty();
        }
        return Optional.of(said(field, "checkMessage", "does not agree with the rest of the form"));
    }

    private static String said(Field field, String property, String otherwise) {
        var message = field.property(property);
        return message == null || message.isBlank() ? otherwise : message;
    }

    private void range(Field field, Object answer, Scope scope, List<String> problems) {
        var number = field.type() == NUMBER ? Answer.asNumber(answer) : null;
        if (number == null) {
            return;
        }
        var least = limit(field.validation("min"), scope);
        if (least != null && number.compareTo(least) < 0) {
            problems.add("must be at least " + least.toPlainString());
        }
        var most = limit(field.validation("max"), scope);
        if (most != null && number.compareTo(most) > 0) {
            problems.add("must be at most " + most.toPlainString());
        }
        var digits = field.definition().path("decimalDigits");
        if (digits.isNumber() && number.scale() > digits.asInt()) {
            problems.add(digits.asInt() == 0 ? "must be a whole number" : "must have at most %d decimal places".formatted(digits.asInt()));
        }
        var step = asLimit(field.definition().path("increment"));
        if (step != null && step.signum() != 0 && number.remainder(step).signum() != 0) {
            problems.add("must be a multiple of " + step.toPlainString());
        }
    }

    private void text(Field field, Object answer, Scope scope, List<String> problems) {
        var pattern = field.validation("pattern").asText("");
        if (!pattern.isEmpty() && answer != null && !Pattern.compile(pattern).matcher(answer.toString()).find()) {
            problems.add(said(field, "patternMessage", "is not written as asked (it must match %s)".formatted(pattern)));
        }
        if (field.type() != TEXTFIELD && field.type() != TEXTAREA) {
            return;
        }
        var text = (String) answer;
        var length = BigDecimal.valueOf(text.strip().length());
        var least = limit(field.validation("minLength"), scope);
        if (least != null && length.compareTo(least) < 0) {
            problems.add("must be at least %s characters long".formatted(least.toPlainString()));
        }
        var most = limit(field.validation("maxLength"), scope);
        if (most != null && length.compareTo(most) > 0) {
            problems.add("must be at most %s characters long".formatted(most.toPlainString()));
        }
        var kind = field.validation("validationType").asText("");
        if (kind.equals("email") && !EMAIL.matcher(text).matches()) {
            problems.add("must be an e-mail address");
        }
        if (kind.equals("phone") && !PHONE.matcher(text).matches()) {
            problems.add("must be an international telephone number, such as +441302000000");
        }
    }

    private void moment(Field field, String answer, List<String> problems) {
        if (!field.definition().path("disallowPassedDates").asBoolean() || field.definition().path("subtype").asText("date").equals("time")) {
            return;
        }
        if (LocalDate.parse(answer.substring(0, 10)).isBefore(calendar.today())) {
            problems.add("must not be in the past");
        }
    }

    private BigDecimal limit(JsonNode limit, Scope scope) {
        if (Feel.isExpression(limit)) {
            return feel.evaluate(limit.asText(), scope) instanceof BigDecimal number ? number : null;
        }
        return asLimit(limit);
    }

    private static BigDecimal asLimit(JsonNode limit) {
        return limit.isNumber() ? limit.decimalValue() : limit.isTextual() ? Answer.asNumber(limit.asText()) : null;
    }
}
