package apws.procedure.prosecution;

import apws.access.Roles;
import apws.access.Users;
import apws.calendar.MovableClock;
import apws.casework.Chronology;
import apws.casework.ChronologyLine;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.legal.PenaltyNotices;
import apws.legal.Proceeding;
import apws.legal.Proceedings;
import apws.legal.SessionKey;
import apws.legal.SessionState;
import apws.legal.TimeLimits;
import apws.legal.UsedSession;
import apws.letter.FilledForm;
import apws.procedure.ParentEntries;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** What the referral to Legal Services says of the one parent it is about (S4-05). */
@Component
class ReferralDetails {

    private static final Map<String, String> DEFENCES = defences();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String NONE_HELD = "None held";

    /** What goes with the referral whole, as it was recorded, in the order of the case; those that are about one parent, of this one alone. */
    private static final Map<String, String> ENCLOSED = enclosed();

    private final Entries entries;
    private final ParentEntries ofParent;
    private final FilledForm forms;
    private final Ledger ledger;
    private final TimeLimits limits;
    private final PenaltyNotices notices;
    private final Proceedings prosecutions;
    private final Chronology chronology;
    private final Users users;
    private final ObjectMapper json;

    ReferralDetails(Entries entries, ParentEntries ofParent, FilledForm forms, Ledger ledger, TimeLimits limits, PenaltyNotices notices,
                    Proceedings prosecutions, Chronology chronology, Users users, ObjectMapper json) {
        this.entries = entries;
        this.ofParent = ofParent;
        this.forms = forms;
        this.ledger = ledger;
        this.limits = limits;
        this.notices = notices;
        this.prosecutions = prosecutions;
        this.chronology = chronology;
        this.users = users;
        this.json = json;
    }

    /** The facts of the letter by name, dates as ISO text. */
    Map<String, Object> of(Proceeding proceeding) {
        var prepared = ofParent.prepared(proceeding.caseReference(), proceeding.parentId(), proceeding.notice()).orElseThrow();
        var approved = ofParent.latest(proceeding.caseReference(), "approve-prosecution", proceeding.parentId(),
                proceeding.notice()).orElseThrow();
        var parent = ParentEntries.prosecuted(prepared, proceeding.parentId()).orElseThrow();
        var details = new LinkedHashMap<String, Object>();
        details.put("parentId", proceeding.parentId());
        details.put("parentBorn", parent.path("born").asText(""));
        details.put("offence", proceeding.offence().inWords());
        details.put("periodFrom", proceeding.periodFrom().toString());
        details.put("periodTo", proceeding.periodTo().toString());
        details.put("sessions", proceeding.sessions().stream().map(this::session).toList());
        details.put("excludedSessions", leftOut(proceeding, approved));
        details.put("summary", prepared.text("summary"));
        details.put("evidence", evidence(prepared));
        details.put("unusedMaterial", orNone(prepared.text("unusedMaterial")));
        details.put("defences", lookedAt(approved));
        details.put("evidenceTest", said(approved, "evidenceEnough", "evidenceWhy"));
        details.put("publicInterest", said(approved, "publicInterest", "publicInterestWhy"));
        details.put("bestTool", approved.text("bestTool"));
        details.put("otherViews", approved.text("otherViews"));
        details.put("supervisionOrder", "Considered with %s. %s".formatted(approved.text("childrensServices"),
                approved.text("orderReason")));
        details.put("interview", parent.path("interview").asText(""));
        details.put("earlierNotices", orNone(notices.of(proceeding.pupilId(), proceeding.parentId()).stream()
                .map(notice -> "%s, %s".formatted(notice.number(), notice.status().inWords())).toList()));
        details.put("convictions", orNone(prosecutions.ofParent(proceeding.pupilId(), proceeding.parentId()).stream()
                .filter(Proceeding::guilty).map(earlier -> "%s, %s".formatted(earlier.convictedOf().inWords(), DAY.format(earlier.endedOn())))
                .toList()));
        details.put("support", orNone(support(approved)));
        details.put("avoidDates", prepared.text("avoidDates"));
        details.put("costs", prepared.text("costsSoFar").isEmpty() ? "" : "£" + prepared.text("costsSoFar"));
        details.put("approvedBy", users.nameOf(proceeding.approvedBy()) + users.postOf(proceeding.approvedBy(), Roles.SERVICE_MANAGER,
                Roles.SERVICE_MANAGER_DEPUTY).map(post -> ", " + post).orElse(""));
        details.put("authority", approved.text("authority"));
        details.put("answers", enclosed(proceeding));
        details.put("people", people(proceeding.caseReference()));
        details.put("approvedOn", proceeding.approvedOn().toString());
        return details;
    }

    /** What was looked for and is not there is said to be so. */
    private static Object orNone(Object found) {
        return found instanceof List<?> list && list.isEmpty() || found.toString().isBlank()
                || List.of("none", "none.").contains(found.toString().strip().toLowerCase(Locale.UK)) ? NONE_HELD : found;
    }

    /** Yes or no as it was chosen, and why. */
    private String said(Entry entry, String choice, String why) {
        return "%s. %s".formatted(forms.inWords(entry.form(), choice, entry.data().path(choice)), entry.text(why));
    }

    /** The statement, interviews, plans and minutes themselves. */
    private List<Map<String, Object>> enclosed(Proceeding proceeding) {
        return entries.of(proceeding.caseReference()).stream().filter(entry -> ENCLOSED.containsKey(entry.form()))
                .filter(entry -> !entry.data().has("suspectId") || entry.data().path("suspectId").asLong() == proceeding.parentId())
                .map(entry -> Map.<String, Object>of("form", entry.form(), "answers", json.convertValue(entry.data(), Map.class), "title",
                        "%s, recorded on %s by %s".formatted(ENCLOSED.get(entry.form()),
                                DAY.format(LocalDate.ofInstant(entry.madeAt(), MovableClock.LONDON)), users.nameOf(entry.madeBy())))).toList();
    }

    /** Who made entries and wrote lines, by id. */
    private Map<String, String> people(String caseReference) {
        return Stream.concat(entries.of(caseReference).stream().map(Entry::madeBy), chronology.of(caseReference).stream()
                .map(ChronologyLine::writtenBy)).distinct().collect(Collectors.toMap(id -> id, users::nameOf));
    }

    private Map<String, Object> session(UsedSession session) {
        return Map.of("date", session.date().toString(), "half", session.half().name(), "code", session.code(),
                "lastDay", limits.lastDay(session.date()).toString());
    }

    /** Every other session missed without leave, and why it is not in the charge. */
    private List<Map<String, Object>> leftOut(Proceeding proceeding, Entry approved) {
        var byChoice = StreamSupport.stream(approved.data().path("sessionsLeftOut").spliterator(), false).map(JsonNode::asText).toList();
        var used = proceeding.sessions().stream().map(session -> new SessionKey(session.date(), session.half())).toList();
        return ledger.of(proceeding.pupilId(), proceeding.parentId()).stream().filter(session -> !used.contains(session.key()))
                .map(session -> Map.<String, Object>of("date", session.date().toString(), "half", session.half().name(),
                        "code", session.code(), "why", why(session, byChoice.contains(session.key().toString()), proceeding, approved))).toList();
    }

    private static String why(LedgerSession session, boolean byChoice, Proceeding proceeding, Entry approved) {
        if (session.state() == SessionState.EXPIRED) {
            return "its last day for a charge has passed";
        }
        if (session.state() != SessionState.FREE) {
            return session.usedBy() == null ? session.state().inWords() : "%s: %s".formatted(session.state().inWords(), session.usedBy());
        }
        if (session.usedBy() != null) {
            return session.usedBy();
        }
        if (byChoice) {
            return approved.text("leftOutWhy");
        }
        return session.date().isBefore(proceeding.periodFrom()) || session.date().isAfter(proceeding.periodTo())
                ? "in time, and outside the period of the charge" : "in time, and not taken into the charge";
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
        DEFENCES.forEach((field, defence) -> {
            if (approved.data().hasNonNull(field)) {
                looked.add("%s: %s".formatted(defence, forms.inWords(approved.filledIn(), field, approved.data().path(field))));
            }
        });
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
        return date.isEmpty() ? "a day not recorded" : DAY.format(LocalDate.parse(date));
    }

    private static Map<String, String> enclosed() {
        var enclosed = new LinkedHashMap<String, String>();
        enclosed.put("prepare-prosecution", "Statement and evidence");
        enclosed.put("record-interview", "Record of the interview under caution");
        enclosed.put("record-questions", "Record of questions under caution");
        enclosed.put("agree-plan", "Support plan");
        enclosed.put("agree-fast-track-plan", "Fast Track plan");
        enclosed.put("agree-panel-plan", "Panel plan");
        enclosed.put("hold-mid-point-review", "Mid-point review");
        enclosed.put("hold-panel", "Minutes of the attendance panel");
        enclosed.put("hold-legal-meeting", "Minutes of the legal meeting");
        return enclosed;
    }

    private static Map<String, String> defences() {
        var defences = new LinkedHashMap<String, String>();
        defences.put("defenceLeave", "Leave was given");
        defences.put("defenceSickness", "Sickness or an unavoidable cause");
        defences.put("defenceReligion", "A day of religious observance");
        defences.put("defenceTransport", "Transport");
        defences.put("defenceTraveller", "Travelling for the parent's work");
        defences.put("defenceJustification", "Reasonable justification");
        return defences;
    }
}
