package apws.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One component of a form.
 *
 * @param path       where its answer stands in the entry, from the entry or, inside a dynamic list, from the row; empty where it has none
 * @param definition the component as deployed
 * @param children   of a group or a dynamic list
 */
public record Field(FieldType type, List<String> path, JsonNode definition, List<Field> children) {

    private static final String YES = "yes";

    /** The key as the author wrote it, with that of the groups around it. */
    public String key() {
        return String.join(".", path);
    }

    /** What people see beside the field; its key where that is computed. */
    public String label() {
        return statedLabel().orElseGet(this::key);
    }

    /** Empty where the label is computed, or there is none. */
    Optional<String> statedLabel() {
        return Stream.of("label", "dateLabel", "timeLabel").map(name -> definition.path(name).asText("").strip())
                .filter(label -> !label.isEmpty() && !label.startsWith("=") && !label.contains("{{")).findFirst();
    }

    /** The condition that hides it, or null; FEEL where it begins with "=", and else one that never holds. */
    String hiddenWhen() {
        return definition.path("conditional").path("hide").asText(null);
    }

    boolean disabled() {
        return definition.path("disabled").asBoolean(false);
    }

    /** true, false or a FEEL expression. */
    JsonNode readonly() {
        return definition.path("readonly");
    }

    JsonNode validation(String rule) {
        return definition.path("validate").path(rule);
    }

    boolean required() {
        return validation("required").asBoolean(false);
    }

    /** A property of our own, written by the author as one of the field's custom properties; null when there is none. */
    String property(String name) {
        return definition.path("properties").path(name).asText(null);
    }

    private boolean says(String property) {
        return YES.equalsIgnoreCase(property(property));
    }

    /** Whether the diagram decides on it, so that it becomes a process variable. */
    boolean routes() {
        return says("routes");
    }

    /** Whether a routing field starts with what an earlier form answered. Otherwise a repeated question is asked afresh. */
    public boolean prefilled() {
        return says("prefill");
    }

    /** Whether the field, in a row that the form was given, says which row it is. */
    boolean namesRow() {
        return says("rowKey");
    }

    /** Of a start form's case reference: whether it may also name a case that is closed. */
    public boolean takesClosedCases() {
        return says("closedToo");
    }

    /** Whether what stands in it is printed for each of the pupil's parents, none of whom reads of another ({@link ParentsNamed}). */
    boolean namesNoParent() {
        return says("namesNoParent");
    }

    /** Whether its day is one of which others learn by letter ({@link AppointedDay}). */
    boolean appoints() {
        return property(AppointedDay.SCHOOL_DAY) != null || property(AppointedDay.AFTER_LETTER) != null;
    }

    /** Whether people can add and remove the rows of this dynamic list. */
    boolean open() {
        return definition.path("allowAddRemove").asBoolean(true);
    }
}
