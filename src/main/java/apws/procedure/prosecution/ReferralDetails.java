package apws.procedure.prosecution;

import apws.access.Roles;
import apws.access.Users;
import apws.calendar.Days;
import apws.casework.Entry;
import apws.form.FilledForm;
import apws.legal.PenaltyNotices;
import apws.legal.Proceeding;
import apws.legal.Proceedings;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** What the referral to Legal Services says of the one parent it is about (S4-05). */
@Component
class ReferralDetails {

    private static final String NONE_HELD = "None held";

    /** A statutory defence: the field of {@code approve-prosecution} in which it is looked at, and what it is. */
    private record Defence(String field, String inWords) {
    }

    private static final List<Defence> DEFENCES = List.of(
            new Defence("defenceLeave", "Leave was given"),
            new Defence("defenceSickness", "Sickness or an unavoidable cause"),
            new Defence("defenceReligion", "A day of religious observance"),
            new Defence("defenceTransport", "Transport"),
            new Defence("defenceTraveller", "Travelling for the parent's work"),
            new Defence("defenceJustification", "Reasonable justification"));

    private final ParentEntries ofParent;
    private final FilledForm forms;
    private final PenaltyNotices notices;
    private final Proceedings prosecutions;
    private final ReferredSessions sessions;
    private final ReferralEnclosures enclosures;
    private final Users users;

    ReferralDetails(ParentEntries ofParent, FilledForm forms, PenaltyNotices notices, Proceedings prosecutions, ReferredSessions sessions,
                    ReferralEnclosures enclosures, Users users) {
        this.ofParent = ofParent;
        this.forms = forms;
        this.notices = notices;
        this.prosecutions = prosecutions;
        this.sessions = sessions;
        this.enclosures = enclosures;
        this.users = users;
    }

    /** The facts of the letter by name, dates as ISO text. */
    Map<String, Object> of(Proceeding proceeding) {
        var prepared = ofParent.prepared(proceeding.caseReference(), proceeding.parentId(), proceeding.notice()).orElseThrow();
        var approved = ofParent.newest(proceeding.caseReference(), "approve-prosecution", proceeding.parentId(),
                proceeding.notice()).orElseThrow();
        var details = new LinkedHashMap<String, Object>();
        details.putAll(charge(proceeding, approved));
        details.putAll(parent(proceeding, ParentEntries.prosecuted(prepared, proceeding.parentId()).orElseThrow()));
        details.putAll(prepared(prepared));
        details.putAll(approved(proceeding, approved));
        details.put("answers", enclosures.of(proceeding));
        details.put("people", enclosures.people(proceeding.caseReference()));
        return details;
    }

    private Map<String, Object> charge(Proceeding proceeding, Entry approved) {
        return Map.of(
                "offence", proceeding.offence().inWords(),
                "periodFrom", proceeding.periodFrom().toString(),
                "periodTo", proceeding.periodTo().toString(),
                "sessions", sessions.reliedOn(proceeding),
                "excludedSessions", sessions.notUsed(proceeding, approved));
    }

    /** @param prosecuted the parent's row in {@code prepare-prosecution} */
    private Map<String, Object> parent(Proceeding proceeding, JsonNode prosecuted) {
        return Map.of(
                "parentId", proceeding.parentId(),
                "parentBorn", prosecuted.path("born").asText(""),
                "interview", prosecuted.path("interview").asText(""),
                "earlierNotices", orNone(notices.of(proceeding.pupilId(), proceeding.parentId()).stream()
                        .map(notice -> "%s, %s".formatted(notice.number(), notice.status().inWords())).toList()),
                "convictions", orNone(prosecutions.ofParent(proceeding.pupilId(), proceeding.parentId()).stream().filter(Proceeding::guilty)
                        .map(earlier -> "%s, %s".formatted(earlier.convictedOf().inWords(), Days.inWords(earlier.endedOn()))).toList()));
    }

    private static Map<String, Object> prepared(Entry prepared) {
        return Map.of(
                "summary", prepared.text("summary"),
                "evidence", evidence(prepared),
                "unusedMaterial", orNone(prepared.text("unusedMaterial")),
                "avoidDates", prepared.text("avoidDates"),
                "costs", pounds(prepared.text("costsSoFar")));
    }

    private Map<String, Object> approved(Proceeding proceeding, Entry approved) {
        return Map.of(
                "evidenceTest", said(approved, "evidenceEnough", "evidenceWhy"),
                "defences", lookedAt(approved),
                "publicInterest", said(approved, "publicInterest", "publicInterestWhy"),
                "bestTool", approved.text("bestTool"),
                "support", orNone(support(approved)),
                "otherViews", approved.text("otherViews"),
                "supervisionOrder", "Considered with %s. %s".formatted(approved.text("childrensServices"), approved.text("orderReason")),
                "approvedBy", users.nameAndPostOf(proceeding.approvedBy(), Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY),
                "authority", approved.text("authority"),
                "approvedOn", proceeding.approvedOn().toString());
    }

    /** What was looked for and is not there is said to be so. */
    private static Object orNone(List<String> found) {
        return found.isEmpty() ? NONE_HELD : found;
    }

    private static String orNone(String typed) {
        return typed.isBlank() || typed.strip().matches("(?i)none\\.?") ? NONE_HELD : typed;
    }

    /** Yes or no as it was chosen, and why. */
    private String said(Entry entry, String choice, String why) {
        return "%s. %s".formatted(forms.inWords(entry.form(), choice, entry.data().path(choice)), entry.text(why));
    }

    private static List<String> evidence(Entry prepared) {
        var evidence = new ArrayList<String>();
        evidence.add("Statement of %s, %s, signed on %s, pages: %s; enclosed".formatted(prepared.text("witnessName"),
                prepared.text("witnessPost"), day(prepared.text("statementSignedOn")), prepared.text("statementPages")));
        prepared.data().path("exhibits").forEach(exhibit -> evidence.add("%s: %s".formatted(exhibit.path("mark").asText(),
                exhibit.path("what").asText())));
        evidence.add("Attendance certificate, %s to %s, signed by %s on %s".formatted(day(prepared.text("certificateFrom")),
                day(prepared.text("certificateTo")), prepared.text("certificateSignedBy"), day(prepared.text("certificateSignedOn"))));
        if (!prepared.text("otherStatements").isEmpty()) {
            evidence.add(prepared.text("otherStatements"));
        }
        return evidence;
    }

    private List<String> lookedAt(Entry approved) {
        var looked = new ArrayList<String>();
        DEFENCES.stream().filter(defence -> approved.data().hasNonNull(defence.field())).forEach(defence -> looked.add("%s: %s".formatted(
                defence.inWords(), forms.inWords(approved.filledIn(), defence.field(), approved.data().path(defence.field())))));
        if (!approved.text("defencesWords").isEmpty()) {
            looked.add(approved.text("defencesWords"));
        }
        return looked;
    }

    private static List<String> support(Entry approved) {
        return StreamSupport.stream(approved.data().path("supportChecks").spliterator(), false)
                .map(check -> "%s: %s".formatted(check.path("need").asText(), check.path("done").asText())).toList();
    }

    private static String day(String date) {
        return date.isEmpty() ? "a day not recorded" : Days.inWords(LocalDate.parse(date));
    }

    /** £240, £85.50; nothing where nothing was entered. */
    private static String pounds(String amount) {
        if (amount.isEmpty()) {
            return "";
        }
        var exact = new BigDecimal(amount).setScale(2, RoundingMode.HALF_UP);
        return "£" + (exact.stripTrailingZeros().scale() <= 0 ? exact.toBigInteger() : exact);
    }
}
