package apws.procedure;

import apws.procedure.names.CaseVariables;
import apws.procedure.names.StageVariables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the variables of a case. */
public final class CaseFacts {

    private CaseFacts() {
    }

    /** Null where it is about no case, such as a form that has not named one yet. */
    public static @Nullable String reference(Map<String, Object> variables) {
        return (String) variables.get(CaseVariables.CASE_REFERENCE);
    }

    public static long pupilId(Map<String, Object> variables) {
        return number(variables, CaseVariables.PUPIL_ID);
    }

    /** The parent whose own plan is followed, after a conviction; null where it is the case's. */
    public static @Nullable Long planParent(Map<String, Object> variables) {
        return variables.get("planParentId") instanceof Number parent ? Long.valueOf(parent.longValue()) : null;
    }

    /** @throws IllegalStateException where the diagram has not set it */
    public static long number(Map<String, Object> variables, String name) {
        if (variables.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalStateException("%s is not set: the diagram must set it before this form is opened".formatted(name));
    }

    /** "" where it is not set. */
    public static String text(Map<String, Object> variables, String name) {
        return variables.get(name) instanceof String text ? text : "";
    }

    /** Empty where it is not set. */
    public static List<?> list(Map<String, Object> variables, String name) {
        return variables.get(name) instanceof List<?> list ? list : List.of();
    }

    /** Null where it is not set, or empty. */
    public static @Nullable LocalDate date(Map<String, Object> variables, String name) {
        var text = (String) variables.get(name);
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** The start of the plan of Fast Track; the receipt of the warning where it runs without one. */
    public static @Nullable LocalDate fastTrackSince(Map<String, Object> variables) {
        return variables.get(StageVariables.PLAN_START) == null ? date(variables, "warningReceivedOn") : date(variables, StageVariables.PLAN_START);
    }
}
