package apws.procedure.prosecution;

import apws.access.Roles;
import apws.access.Users;
import apws.calendar.Days;
import apws.casework.Entries;
import apws.form.FilledForm;
import apws.legal.PenaltyNotices;
import apws.legal.Pounds;
import apws.legal.Proceeding;
import apws.legal.Proceedings;
import apws.procedure.answers.EvidencePrepared;
import apws.procedure.answers.ProsecutionApproved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the referral to Legal Services says of the one parent it is about (S4-05). */
@Component
class ReferralDetails {

    private static final String NONE_HELD = "None held";

    /** A statutory defence: the field of {@code approve-prosecution} in which it is looked at, and what it is. */
    private record Defence(String field, Function<ProsecutionApproved, String> said, String inWords) {
    }

    private static final List<Defence> DEFENCES = List.of(
            new Defence("defenceLeave", ProsecutionApproved::defenceLeave, "Leave was given"),
            new Defence("defenceSickness", ProsecutionApproved::defenceSickness, "Sickness or an unavoidable cause"),
            new Defence("defenceReligion", ProsecutionApproved::defenceReligion, "A day of religious observance"),
            new Defence("defenceTransport", ProsecutionApproved::defenceTransport, "Transport"),
            new Defence("defenceTraveller", ProsecutionApproved::defenceTraveller, "Travelling for the parent's work"),
            new Defence("defenceJustification", ProsecutionApproved::defenceJustification, "Reasonable justification"));

    private final Entries entries;
    private final FilledForm forms;
    private final PenaltyNotices notices;
    private final Proceedings prosecutions;
    private final ReferredSessions sessions;
    private final ReferralEnclosures enclosures;
    private final Users users;

    ReferralDetails(Entries entries, FilledForm forms, PenaltyNotices notices, Proceedings prosecutions, ReferredSessions sessions,
                    ReferralEnclosures enclosures, Users users) {
        this.entries = entries;
        this.forms = forms;
        this.notices = notices;
        this.prosecutions = prosecutions;
        this.sessions = sessions;
        this.enclosures = enclosures;
        this.users = users;
    }

    /**
     * The facts of the letter by name, dates as ISO text.
     *
     * @param preparedEntry the entry of the evidence
     * @param approvalEntry the entry of the approval
     */
    Map<String, Object> of(Proceeding proceeding, long preparedEntry, long approvalEntry) {
        var prepared = entries.get(preparedEntry).as(EvidencePrepared.class);
        var approvedOn = entries.get(approvalEntry);
        var approved = approvedOn.as(ProsecutionApproved.class);
        var details = new LinkedHashMap<String, Object>();
        details.putAll(charge(proceeding, approved));
        details.putAll(parent(proceeding, prepared.against(proceeding.parentId()).orElseThrow()));
        details.putAll(prepared(prepared));
        details.putAll(approved(proceeding, approved, approvedOn.filledIn()));
        details.put("answers", enclosures.of(proceeding));
        details.put("people", enclosures.people(proceeding.caseReference()));
        return details;
    }

    private Map<String, Object> charge(Proceeding proceeding, ProsecutionApproved approved) {
        return Map.of(
                "offence", proceeding.offence().inWords(),
                "periodFrom", proceeding.periodFrom().toString(),
                "periodTo", proceeding.periodTo().toString(),
                "sessions", sessions.reliedOn(proceeding),
                "excludedSessions", sessions.notUsed(proceeding, approved));
    }

    /** @param prosecuted the parent's row in {@code prepare-prosecution} */
    private Map<String, Object> parent(Proceeding proceeding, EvidencePrepared.OfParent prosecuted) {
        return Map.of(
                "parentId", proceeding.parentId(),
                "parentBorn", prosecuted.born() == null ? "" : prosecuted.born().toString(),
                "interview", prosecuted.interview(),
                "earlierNotices", orNone(notices.of(proceeding.pupilId(), proceeding.parentId()).stream()
                        .map(notice -> "%s, %s".formatted(notice.number(), notice.status().inWords())).toList()),
                "convictions", orNone(prosecutions.ofParent(proceeding.pupilId(), proceeding.parentId()).stream().filter(Proceeding::guilty)
                        .map(earlier -> "%s, %s".formatted(earlier.convictedOf().inWords(), Days.inWords(earlier.endedOn()))).toList()));
    }

    private static Map<String, Object> prepared(EvidencePrepared prepared) {
        return Map.of(
                "summary", prepared.summary(),
                "evidence", evidence(prepared),
                "unusedMaterial", orNone(prepared.unusedMaterial()),
                "avoidDates", prepared.avoidDates(),
                "costs", Pounds.inWords(prepared.costsSoFar()));
    }

    /** @param filledIn the form that was approved on, in its version */
    private Map<String, Object> approved(Proceeding proceeding, ProsecutionApproved approved, String filledIn) {
        return Map.of(
                "evidenceTest", "%s. %s".formatted(forms.inWords(filledIn, "evidenceEnough", approved.evidenceEnough()), approved.evidenceWhy()),
                "defences", lookedAt(approved, filledIn),
                "publicInterest", "%s. %s".formatted(forms.inWords(filledIn, "publicInterest", approved.publicInterest()),
                        approved.publicInterestWhy()),
                "bestTool", approved.bestTool(),
                "support", orNone(support(approved)),
                "otherViews", approved.otherViews(),
                "supervisionOrder", "Considered with %s. %s".formatted(approved.childrensServices(), approved.orderReason()),
                "approvedBy", users.nameAndPostOf(proceeding.approvedBy(), Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY),
                "authority", approved.authority(),
                "approvedOn", proceeding.approvedOn().toString());
    }

    /** What was looked for and is not there is said to be so. */
    private static Object orNone(List<String> found) {
        return found.isEmpty() ? NONE_HELD : found;
    }

    private static String orNone(String typed) {
        return typed.isBlank() || typed.strip().matches("(?i)none\\.?") ? NONE_HELD : typed;
    }

    private static List<String> evidence(EvidencePrepared prepared) {
        var evidence = new ArrayList<String>();
        evidence.add("Statement of %s, %s, signed on %s, pages: %s; enclosed".formatted(prepared.witnessName(),
                prepared.witnessPost(), day(prepared.statementSignedOn()), prepared.statementPages()));
        prepared.exhibits().forEach(exhibit -> evidence.add("%s: %s".formatted(exhibit.mark(), exhibit.what())));
        evidence.add("Attendance certificate, %s to %s, signed by %s on %s".formatted(day(prepared.certificateFrom()),
                day(prepared.certificateTo()), prepared.certificateSignedBy(), day(prepared.certificateSignedOn())));
        if (!prepared.otherStatements().isEmpty()) {
            evidence.add(prepared.otherStatements());
        }
        return evidence;
    }

    private List<String> lookedAt(ProsecutionApproved approved, String filledIn) {
        var looked = new ArrayList<String>();
        DEFENCES.stream().filter(defence -> !defence.said().apply(approved).isEmpty()).forEach(defence -> looked.add("%s: %s".formatted(
                defence.inWords(), forms.inWords(filledIn, defence.field(), defence.said().apply(approved)))));
        if (!approved.defencesWords().isEmpty()) {
            looked.add(approved.defencesWords());
        }
        return looked;
    }

    private static List<String> support(ProsecutionApproved approved) {
        return approved.supportChecks().stream().map(check -> "%s: %s".formatted(check.need(), check.done())).toList();
    }

    private static String day(LocalDate date) {
        return date == null ? "a day not recorded" : Days.inWords(date);
    }
}
