package apws.procedure.facts;

import apws.access.Users;
import apws.access.Viewer;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.legal.Ledger;
import apws.legal.LedgerSession;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.procedure.ParentEntries;
import apws.procedure.form.FormFacts;
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
    private final Entries entries;
    private final Users users;
    private final ParentEntries ofParent;
    private final Officers officers;
    private final Viewer viewer;

    ProsecutionFacts(Parents parents, Ledger ledger, Entries entries, ParentEntries ofParent, Officers officers, Viewer viewer, Users users) {
        this.parents = parents;
        this.ledger = ledger;
        this.entries = entries;
        this.users = users;
        this.ofParent = ofParent;
        this.officers = officers;
        this.viewer = viewer;
    }

    /** Each parent, and whether Stage 3 ended with a suspicion against them. */
    @Bean
    FormFacts parentsToInvite() {
        return variables -> Map.of("invitations", rows(variables, parent ->
                Map.of("known", suspected(variables).contains(parent.id().toString()) ? "suspected in Stage 3" : "")));
    }

    @Bean
    FormFacts parentsToProsecute() {
        return variables -> Map.of("prosecutions", rows(variables, parent -> Map.of("sessionsInTime",
                "%d sessions in time".formatted(ledger.chargeable(CaseFacts.pupilId(variables), parent.id()).size()))));
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
            var sessions = ledger.chargeable(CaseFacts.pupilId(variables), parentId(variables));
            return Map.of("chargeableSessions", sessions.stream().map(SessionRows::row).toList(),
                    "chargeableOptions", sessions.stream().map(session -> SessionRows.option(session.key())).toList(),
                    "chargeableText", sessions.stream().map(LedgerSession::lastDayToCharge).min(Comparator.naturalOrder())
                            .map(day -> "The next last day for a charge is %s.".formatted(CaseFacts.day(day)))
                            .orElse("No session is in time."));
        };
    }

    /** Whether whoever looks at the form is the officer of the case, who never approves (settlement 10). */
    @Bean
    FormFacts approver() {
        return variables -> Map.of("approverIsOfficer", officers.ofCase(CaseFacts.reference(variables)).map(Officer::userId)
                .filter(viewer.userId()::equals).isPresent());
    }

    /** The evidence as it was put together, in a few lines (S4-03). */
    @Bean
    FormFacts prosecutionPrepared() {
        return variables -> Map.of("preparedText", entries.latest(CaseFacts.reference(variables), "prepare-prosecution")
                .map(this::prepared).orElse("Nothing has been prepared."));
    }

    @Bean
    FormFacts evidenceAskedFor() {
        return variables -> Map.of("evidenceAskedText", asked(variables, "approve-prosecution", "evidenceWanted", "evidenceBy"));
    }

    @Bean
    FormFacts furtherEvidenceAskedFor() {
        return variables -> Map.of("furtherEvidenceAskedText", asked(variables, "review-prosecution", "furtherEvidenceWanted",
                "furtherEvidenceBy"));
    }

    @Bean
    FormFacts legalMeeting() {
        return variables -> Map.of("legalMeetingText", "Legal meeting on %s at %s, %s, with %s.".formatted(
                CaseFacts.day(CaseFacts.date(variables, "legalMeetingOn")), variables.get("legalMeetingTime"),
                variables.get("legalMeetingPlace"), variables.get("legalMeetingWith")));
    }

    private List<Map<String, Object>> rows(Map<String, Object> variables, Function<Parent, Map<String, Object>> more) {
        return parents.of(CaseFacts.pupilId(variables)).stream().map(ParentOfPupil::parent).map(parent -> {
            var row = new HashMap<>(more.apply(parent));
            row.put("parentId", parent.id().toString());
            row.put("name", parent.name());
            return (Map<String, Object>) row;
        }).toList();
    }

    private static List<String> suspected(Map<String, Object> variables) {
        return variables.get("suspects") instanceof List<?> suspects
                ? suspects.stream().map(one -> String.valueOf(((Map<?, ?>) one).get("parentId"))).toList() : List.of();
    }

    private String prepared(Entry entry) {
        return "Prepared by %s. Statement of %s, %s; exhibits: %d. %s".formatted(users.nameOf(entry.madeBy()), entry.text("witnessName"),
                entry.text("witnessPost"), entry.data().path("exhibits").size(), entry.text("summary"));
    }

    private String asked(Map<String, Object> variables, String form, String what, String by) {
        return ofParent.latest(CaseFacts.reference(variables), form, parentId(variables))
                .map(entry -> "%s asks, by %s: %s".formatted(users.nameOf(entry.madeBy()), CaseFacts.day(LocalDate.parse(entry.text(by))),
                        entry.text(what)))
                .orElse("Nothing was asked for.");
    }

    private static long parentId(Map<String, Object> variables) {
        return ((Number) variables.get("parentId")).longValue();
    }
}
