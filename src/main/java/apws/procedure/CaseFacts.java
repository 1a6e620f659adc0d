package apws.procedure;

import apws.procedure.names.CaseVariables;
import java.time.LocalDate;
import java.util.Map;

/** Reads the variables of a case. */
public final class CaseFacts {

    private CaseFacts() {
    }

    public static String reference(Map<String, Object> variables) {
        return (String) variables.get(CaseVariables.CASE_REFERENCE);
    }

    public static long pupilId(Map<String, Object> variables) {
        return ((Number) variables.get(CaseVariables.PUPIL_ID)).longValue();
    }

    /** The parent whose own plan is followed, after a conviction; null where it is the case's. */
    public static Long planParent(Map<String, Object> variables) {
        return variables.get("planParentId") instanceof Number parent ? Long.valueOf(parent.longValue()) : null;
    }

    public static LocalDate date(Map<String, Object> variables, String name) {
        var text = (String) variables.get(name);
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** The start of the plan of Fast Track; the receipt of the warning where it runs without one. */
    public static LocalDate fastTrackSince(Map<String, Object> variables) {
        return variables.get("planStart") == null ? date(variables, "warningReceivedOn") : date(variables, "planStart");
    }
}
