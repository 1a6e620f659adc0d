package apws.procedure.prosecution;

import apws.casework.Entries;
import apws.casework.Entry;
import apws.legal.Ledger;
import apws.legal.PenaltyNotices;
import apws.legal.Proceeding;
import apws.legal.Proceedings;
import apws.legal.SessionState;
import apws.legal.TimeLimits;
import apws.legal.UsedSession;
import apws.letter.FilledForm;
import apws.procedure.ParentEntries;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** What the referral to Legal Services says of the one parent it is about (S4-05). */
@Component
class ReferralDetails {

    private static final Map<String, String> DEFENCES = defences();

    private final Entries entries;
    private final ParentEntries ofParent;
    private final FilledForm forms;
    private final Ledger ledger;
    private final TimeLimits limits;
    private final PenaltyNotices notices;
    private final Proceedings prosecutions;

    ReferralDetails(Entries entries, ParentEntries ofParent, FilledForm forms, Ledger ledger, TimeLimits limits, PenaltyNotices notices,
                    Proceedings prosecutions) {
        this.entries = entries;
        this.ofParent = ofParent;
        this.forms = forms;
        this.ledger = ledger;
        this.limits = limits;
        this.notices = notices;
        this.prosecutions = prosecutions;
    }

    /** The facts of the letter by name, dates as ISO text. */
    Map<String, Object> of(Proceeding proceeding) {
        var prepared = entries.latest(proceeding.caseReference(), "prepare-prosecution").orElseThrow();
        var approved = ofParent.latest(proceeding.caseReference(), "approve-prosecution", proceeding.parentId()).orElseThrow();
        var parent = row(prepared, proceeding.parentId());
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
        details.put("defences", lookedAt(approved));
        details.put("publicInterest", approved.text("publicInterestWhy"));
        details.put("supervisionOrder", "Considered with %s. %s".formatted(approved.text("childrensServices"),
                approved.text("orderReason")));
        details.put("interview", parent.path("interview").asText(""));
        details.put("earlierNotices", notices.of(proceeding.pupilId(), proceeding.parentId()).stream()
                .map(notice -> "%s, %s".formatted(notice.number(), notice.status().inWords())).toList());
        details.put("convictions", prosecutions.ofParent(proceeding.pupilId(), proceeding.parentId()).stream().filter(Proceeding::guilty)
                .map(earlier -> "%s, %s".formatted(earlier.convictedOf().inWords(), earlier.endedOn())).toList());
        details.put("support", support(approved));
        details.put("avoidDates", prepared.text("avoidDates"));
        details.put("costs", prepared.text("costsSoFar").isEmpty() ? "" : "£" + prepared.text("costsSoFar"));
        details.put("approvedBy", proceeding.approvedBy());
        details.put("approvedOn", proceeding.approvedOn().toString());
        return details;
    }

    private static JsonNode row(Entry prepared, long parentId) {
        return StreamSupport.stream(prepared.data().path("prosecutions").spliterator(), false)
                .filter(row -> row.path("parentId").asLong() == parentId).findFirst().orElseThrow();
    }

    private Map<String, Object> session(UsedSession session) {
        return Map.of("date", session.date().toString(), "half", session.half().name(), "code", session.code(),
                "lastDay", limits.lastDay(session.date()).toString());
    }

    /** Those that the approver left out, and those whose last day has passed. */
    private List<Map<String, Object>> leftOut(Proceeding proceeding, Entry approved) {
        var byChoice = StreamSupport.stream(approved.data().path("sessionsLeftOut").spliterator(), false).map(JsonNode::asText).toList();
        return ledger.of(proceeding.pupilId(), proceeding.parentId()).stream()
                .filter(session -> !session.date().isBefore(proceeding.periodFrom()) && !session.date().isAfter(proceeding.periodTo()))
                .filter(session -> byChoice.contains(session.key().toString()) || session.state() == SessionState.EXPIRED)
                .map(session -> Map.<String, Object>of("date", session.date().toString(), "half", session.half().name(),
                        "code", session.code(), "why", session.state() == SessionState.EXPIRED ? "its last day for a charge has passed"
                                : approved.text("leftOutWhy"))).toList();
    }

    private static List<String> evidence(Entry prepared) {
        var evidence = new ArrayList<String>();
        evidence.add("Statement of %s, %s, signed %s, pages: %s".formatted(prepared.text("witnessName"), prepared.text("witnessPost"),
                prepared.text("statementSignedOn"), prepared.text("statementPages")));
        prepared.data().path("exhibits").forEach(exhibit -> evidence.add("%s: %s".formatted(exhibit.path("mark").asText(),
                exhibit.path("what").asText())));
        evidence.add("Attendance certificate, %s to %s, signed by %s on %s".formatted(prepared.text("certificateFrom"),
                prepared.text("certificateTo"), prepared.text("certificateSignedBy"), prepared.text("certificateSignedOn")));
        if (!prepared.text("otherStatements").isEmpty()) {
            evidence.add(prepared.text("otherStatements"));
        }
        evidence.add("Unused material: " + prepared.text("unusedMaterial"));
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
