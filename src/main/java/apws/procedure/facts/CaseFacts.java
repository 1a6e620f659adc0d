package apws.procedure.facts;

import apws.procedure.CaseVariables;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Reads the variables of a case, and says dates as people do. */
final class CaseFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private CaseFacts() {
    }

    static String reference(Map<String, Object> variables) {
        return (String) variables.get(CaseVariables.CASE_REFERENCE);
    }

    static long pupilId(Map<String, Object> variables) {
        return ((Number) variables.get(CaseVariables.PUPIL_ID)).longValue();
    }

    /** The parent whose own plan is followed, after a conviction; null where it is the case's. */
    static Long planParent(Map<String, Object> variables) {
        return variables.get("planParentId") instanceof Number parent ? Long.valueOf(parent.longValue()) : null;
    }

    static LocalDate date(Map<String, Object> variables, String name) {
        var text = (String) variables.get(name);
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** The start of the plan of Fast Track; the receipt of the warning where it runs without one. */
    static LocalDate fastTrackSince(Map<String, Object> variables) {
        return variables.get("planStart") == null ? date(variables, "warningReceivedOn") : date(variables, "planStart");
    }

    /** {@code 3 May 2026} */
    static String day(LocalDate day) {
        return day.format(DAY);
    }
}
