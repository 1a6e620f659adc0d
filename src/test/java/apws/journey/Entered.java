package apws.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people write on the forms of Stage 1, by the forms' keys; those of the later stages are in {@link EnteredLater}. */
final class Entered {

    private Entered() {
    }

    static Map<String, Object> entry(Object... keysAndValues) {
        var entry = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entry.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return entry;
    }

    private static Map<String, Object> met(LocalDate on, Object... more) {
        var entry = entry("happenedOn", on.toString(), "startedAt", "15:30", "endedAt", "16:15", "heldHow", "inPerson",
                "people", List.of(entry("name", "The pupil", "role", "pupil", "invitedHow", "letter", "came", "attended")));
        entry.putAll(entry(more));
        return entry;
    }

    static Map<String, Object> meetingHeld(LocalDate on, List<Map<String, Object>> parents) {
        return met(on, "decision", "held", "parents", parents);
    }

    static Map<String, Object> meetingMissed(List<Map<String, Object>> parents, LocalDate newOne) {
        return entry("decision", "missed", "parents", parents, "afterMiss", "rearrange", "meetingOn", newOne.toString(),
                "meetingTime", "16:00", "meetingPlace", "Room 4", "meetingWith", "Ms P Lead, attendance lead");
    }

    static Map<String, Object> earlyHelp(LocalDate on) {
        return met(on, "result", "undertaken", "consentBy", "The mother", "consentOn", on.toString(), "childView", "Mornings are hard.",
                "parentsView", "We worry.", "barriers", List.of("mentalHealth", "routine"), "barriersWords", "Late nights",
                "needs", "Someone to talk to", "services", "School nurse");
    }

    static Map<String, Object> plan(LocalDate on, LocalDate start) {
        return met(on, "planStart", start.toString(), "targetPercent", 95,
                "targetInWords", "In school every day", "barriers", "Late nights", "pupilView", "It is too loud.", "parentsView", "We try.",
                "actions", List.of(entry("what", "Breakfast club every day", "who", "Ms P Lead", "byWhen", start.plusDays(7).toString())),
                "schoolSupport", "A key adult at the gate", "praiseHow", "A call home each Friday",
                "parties", List.of(entry("name", "The pupil", "role", "pupil", "signed", "signed", "signedOn", on.toString())),
                "signedCopy", "filed", "copyTo", "The parents");
    }

    static Map<String, Object> improved(LocalDate on) {
        return met(on, "actionProgress", "Breakfast club taken up.", "decision", "improved", "whatWentWell", "In school every day",
                "praiseHow", "A certificate", "praiseBy", "The headteacher", "praiseTo", "The pupil");
    }

    static Map<String, Object> notImproved(LocalDate on) {
        return met(on, "actionProgress", "Breakfast club not taken up.", "decision", "notImproved", "referNow", true);
    }

    static Map<String, Object> regular() {
        return entry("decision", "regular", "evidence", "Every session for four weeks", "toldWhom", "Both parents, by telephone");
    }

    static Map<String, Object> referral(LocalDate on) {
        return entry("detailsChecked", true, "visitRisk", "no", "registerChecked", true, "marksResolved", "no",
                "marksResolvedBy", on.plusDays(7).toString(), "lettersChecked", true, "meetings", "Missed once, then held",
                "earlyHelp", "undertaken", "earlyHelpWords", "With the mother", "planAndReviews", "Two weeks, no change",
                "contacts", "None beside the meetings", "supportOffered", "Breakfast club", "supportResponse", "Not taken up",
                "circumstances", List.of("youngCarer"), "youngCarerWords", "Helps at home", "pupilView", "It is too loud.",
                "parentsToldOn", on.toString(), "parentsToldHow", "By telephone", "whatSchoolAsks", "An officer to work with the family",
                "headName", "Mrs H Teacher", "headPost", "head", "headAgreedOn", on.toString());
    }
}
