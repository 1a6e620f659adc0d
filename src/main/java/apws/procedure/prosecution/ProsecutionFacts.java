package apws.procedure.prosecution;

import apws.access.Roles;
import apws.access.SignedIn;
import apws.access.Users;
import apws.calendar.Days;
import apws.casework.Entry;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.legal.Listings;
import apws.legal.SessionsToCharge;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.SessionRows;
import apws.procedure.answers.Certified;
import apws.procedure.answers.EvidenceGathered;
import apws.procedure.answers.EvidencePrepared;
import apws.procedure.answers.LegalReview;
import apws.procedure.answers.ProsecutionApproved;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.procedure.names.StageVariables;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is decided on before a parent is charged (S4-01 to S4-06): whom it is about, which sessions are in time, what was prepared and
 * asked for.
 */
@Configuration(proxyBeanMethods = false)
class ProsecutionFacts {

    private final Parents parents;
    private final Ledger ledger;
    private final SessionsToCharge toCharge;
    private final Listings listings;
    private final Users users;
    private final ProsecutionEntries entries;
    private final Officers officers;
    private final SignedIn signedIn;

    ProsecutionFacts(Parents parents, Ledger ledger, SessionsToCharge toCharge, Listings listings, ProsecutionEntries entries, Officers officers,
                     SignedIn signedIn, Users users) {
        this.parents = parents;
        this.ledger = ledger;
        this.toCharge = toCharge;
        this.listings = listings;
        this.users = users;
        this.entries = entries;
        this.officers = officers;
        this.signedIn = signedIn;
    }

    /** Each parent, and whether Stage 3 ended with a suspicion against them. */
    @Bean
    FormFacts parentsToInvite() {
        return variables -> Map.of("invitations", rows(variables, parent ->
                Map.of("known", suspected(variables).contains(parent.id().toString()) ? "suspected in Stage 3" : "")));
    }

    @Bean
    FormFacts parentsToProsecute() {
        return variables -> Map.of("prosecutions", rows(variables, parent -> Map.of("sessionsInTime", "%d sessions in time".formatted(
                toCharge.of(CaseFacts.pupilId(variables), parent.id(), notice(variables)).size()))));
    }

    /** Every session missed without leave, as it stands against each parent (settlement 15). */
    @Bean
    FormFacts sessionsLedger() {
        return variables -> Map.of("ledgerSessions", parents.of(CaseFacts.pupilId(variables)).stream().map(ParentOfPupil::parent)
                .flatMap(parent -> ledger.of(CaseFacts.pupilId(variables), parent.id()).stream().map(session -> {
                    var row = new HashMap<>(SessionRows.row(session));
                    row.put("parent", parent.name());
                    row.put("state", session.state().inWords());
                    row.put("usedBy", session.usedBy() == null ? "" : session.usedBy());
                    return (Map<String, Object>) row;
                })).toList());
    }

    /** Of the parent whom the task is about: the sessions for which a prosecution can be approved. */
    @Bean
    FormFacts chargeable() {
        return variables -> {
            var sessions = toCharge.of(CaseFacts.pupilId(variables), parentId(variables), notice(variables));
            var listed = listings.to(CaseFacts.pupilId(variables), parentId(variables));
            return Map.of("chargeableSessions", sessions.stream().map(session -> row(session, listed.contains(session.key()))).toList(),
                    "chargeableOptions", sessions.stream().map(session -> SessionRows.option(session.key())).toList(),
                    "chargeableText", sessions.stream().map(LedgerSession::lastDayToCharge).min(Comparator.naturalOrder())
                            .map(day -> "The next last day for a charge is %s.".formatted(Days.inWords(day)))
                            .orElse("No session is in time."));
        };
    }

    /**
     * Whether whoever looks at the form may approve: the service manager or the deputy, never the officer of the case, nor whoever does its
     * work meanwhile, nor whoever put the evidence together; and nobody to whom the task was only shown because it was overdue
     * (settlement 10).
     */
    @Bean
    FormFacts approver() {
        return variables -> {
            var reference = CaseFacts.reference(variables);
            var ofCase = officers.ofCase(reference);
            return Map.of("approverIsOfficer", ofCase.map(Officer::userId).filter(signedIn.userId()::equals).isPresent()
                            || ofCase.isPresent() && officers.atWork(reference).equals(signedIn.userId()),
                    "approverPrepared", entries.handedOn(variables, StageVariables.PREPARED_ENTRY).map(Entry::madeBy)
                            .filter(signedIn.userId()::equals).isPresent(),
                    "approverMayApprove", signedIn.hasRole(Roles.SERVICE_MANAGER) || signedIn.hasRole(Roles.SERVICE_MANAGER_DEPUTY));
        };
    }

    /** The evidence as it was put together, in a few lines (S4-03). */
    @Bean
    FormFacts prosecutionPrepared() {
        return variables -> Map.of("preparedText", entries.handedOn(variables, StageVariables.PREPARED_ENTRY)
                .map(this::prepared).orElse("Nothing has been prepared."));
    }

    /** The period that the head teacher's certificate covers, which has to be that of the charge (S4-03). */
    @Bean
    FormFacts certificate() {
        return variables -> {
            var gathered = entries.handedOn(variables, ProsecutionOfParentProcess.GATHERED_ENTRY)
                    .<Certified>map(entry -> entry.as(EvidenceGathered.class)).filter(newer -> newer.certificateFrom() != null);
            return gathered.or(() -> entries.handedOn(variables, StageVariables.PREPARED_ENTRY)
                    .map(entry -> entry.as(EvidencePrepared.class))).map(ProsecutionFacts::certificate)
                    .orElse(Map.of("certificateText", "No certificate of attendance is on record."));
        };
    }

    private static Map<String, Object> certificate(Certified held) {
        return Map.of("certificateHeldFrom", held.certificateFrom().toString(), "certificateHeldTo", held.certificateTo().toString(),
                "certificateText", "The certificate of attendance covers %s to %s, signed by %s on %s.".formatted(
                        Days.inWords(held.certificateFrom()), Days.inWords(held.certificateTo()), held.certificateSignedBy(),
                        Days.inWords(held.certificateSignedOn())));
    }

    @Bean
    FormFacts evidenceAskedFor() {
        return variables -> Map.of("evidenceAskedText", asked(variables, ProsecutionOfParentProcess.APPROVAL_ENTRY, entry -> {
            var asked = entry.as(ProsecutionApproved.class);
            return asked(entry, asked.evidenceBy(), asked.evidenceWanted());
        }));
    }

    @Bean
    FormFacts furtherEvidenceAskedFor() {
        return variables -> Map.of("furtherEvidenceAskedText", asked(variables, ProsecutionOfParentProcess.REVIEW_ENTRY, entry -> {
            var asked = entry.as(LegalReview.class);
            return asked(entry, asked.furtherEvidenceBy(), asked.furtherEvidenceWanted());
        }));
    }

    @Bean
    FormFacts legalMeeting() {
        return variables -> Map.of("legalMeetingText", "Legal meeting on %s at %s, %s, with %s.".formatted(
                Days.inWords(CaseFacts.date(variables, "legalMeetingOn")), variables.get("legalMeetingTime"),
                variables.get("legalMeetingPlace"), variables.get("legalMeetingWith")));
    }

    private List<Map<String, Object>> rows(Map<String, Object> variables, Function<Parent, Map<String, Object>> more) {
        // the prosecution of an unpaid notice is about its parent alone
        var of = notice(variables) == null ? parents.of(CaseFacts.pupilId(variables)) : parents.everOf(CaseFacts.pupilId(variables));
        return of.stream().map(ParentOfPupil::parent)
                .filter(parent -> notice(variables) == null || parent.id() == parentId(variables)).map(parent -> {
            var row = new HashMap<>(more.apply(parent));
            row.put("parentId", parent.id().toString());
            row.put("name", parent.name());
            return (Map<String, Object>) row;
        }).toList();
    }

    private static List<String> suspected(Map<String, Object> variables) {
        return variables.get(StageVariables.SUSPECTS) instanceof List<?> suspects
                ? suspects.stream().map(one -> String.valueOf(((Map<?, ?>) one).get("parentId"))).toList() : List.of();
    }

    private String prepared(Entry entry) {
        var prepared = entry.as(EvidencePrepared.class);
        return "Prepared by %s. Statement of %s, %s; exhibits: %d. %s".formatted(users.nameOf(entry.madeBy()), prepared.witnessName(),
                prepared.witnessPost(), prepared.exhibits().size(), prepared.summary());
    }

    private String asked(Map<String, Object> variables, String inEntry, Function<Entry, String> inWords) {
        return entries.handedOn(variables, inEntry).map(inWords).orElse("Nothing was asked for.");
    }

    private String asked(Entry entry, LocalDate by, String wanted) {
        return "%s asks, by %s: %s".formatted(users.nameOf(entry.madeBy()), Days.inWords(by), wanted);
    }

    private static Map<String, Object> row(LedgerSession session, boolean listed) {
        var row = new HashMap<>(SessionRows.row(session));
        row.put("listed", listed ? "yes" : "no");
        row.put("isListed", listed);
        return row;
    }

    private static String notice(Map<String, Object> variables) {
        return (String) variables.get(ProsecutionOfParentProcess.NOTICE);
    }

    private static long parentId(Map<String, Object> variables) {
        return CaseFacts.number(variables, ProsecutionOfParentProcess.PARENT);
    }
}
