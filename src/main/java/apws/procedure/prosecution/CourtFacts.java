package apws.procedure.prosecution;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.legal.Hearing;
import apws.legal.Offence;
import apws.legal.Proceeding;
import apws.legal.ProceedingStatus;
import apws.legal.Proceedings;
import apws.legal.Route;
import apws.legal.Summons;
import apws.legal.TimeLimits;
import apws.letter.Letters;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.SessionRows;
import apws.procedure.answers.LegalReview;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.pupil.Parents;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A parent's prosecution from its submission on (S4-05 to S5-01), as the process variable {@code proceedingId} names it. */
@Configuration(proxyBeanMethods = false)
class CourtFacts {

    private final Proceedings prosecutions;
    private final TimeLimits limits;
    private final Letters letters;
    private final Parents parents;
    private final ProsecutionEntries entries;
    private final SchoolCalendar calendar;

    CourtFacts(Proceedings prosecutions, TimeLimits limits, Letters letters, Parents parents, ProsecutionEntries entries,
               SchoolCalendar calendar) {
        this.prosecutions = prosecutions;
        this.limits = limits;
        this.letters = letters;
        this.parents = parents;
        this.entries = entries;
        this.calendar = calendar;
    }

    /** What went to Legal Services, with the version and hash of it. */
    @Bean
    FormFacts submission() {
        return variables -> {
            var proceeding = proceeding(variables);
            var last = proceeding.submissions().get(proceeding.submissions().size() - 1);
            return Map.of(
                    "submissionText", "Submitted on %s, version %d, SHA-256 %s. %s, %s to %s.".formatted(Days.inWords(last.on()),
                            last.bundleVersion(), last.bundleSha256(), proceeding.offence().inWords(),
                            Days.inWords(proceeding.periodFrom()),
                            Days.inWords(proceeding.periodTo())),
                    "submissionLink", letters.ofCase(proceeding.caseReference()).stream()
                            .filter(letter -> last.bundleSha256().equals(letter.sha256())).findFirst()
                            .map(letter -> "/api/letters/" + letter.id()).orElseThrow());
        };
    }

    @Bean
    FormFacts sessionsInProsecution() {
        return variables -> {
            var sessions = proceeding(variables).sessions();
            return Map.of(
                    "sessionsInProsecution", sessions.stream().map(session ->
                            SessionRows.row(session.key(), session.code(), limits.lastDay(session.date()))).toList(),
                    "prosecutionOptions", sessions.stream().map(session -> SessionRows.option(session.key())).toList());
        };
    }

    /** What Legal Services agreed to charge, and until when it can be. */
    @Bean
    FormFacts charge() {
        return variables -> {
            var proceeding = proceeding(variables);
            var review = entries.handedOn(variables, ProsecutionOfParentProcess.REVIEW_ENTRY).orElseThrow().as(LegalReview.class);
            var lastDays = proceeding.sessions().stream().map(session -> limits.lastDay(session.date())).sorted().toList();
            return Map.of("approvedFrom", proceeding.periodFrom().toString(), "approvedTo", proceeding.periodTo().toString(),
                    "everySessionExpired", lastDays.get(lastDays.size() - 1).isBefore(calendar.today()),
                    "chargeText", "Agreed: %s, by %s. Sessions: %d. Last day for a charge of all of them: %s.".formatted(
                            review.chargeAgreed().inWords(), review.route().inWords(),
                            proceeding.sessions().size(), Days.inWords(lastDays.get(0))));
        };
    }

    /** How the proceedings stand. */
    @Bean
    FormFacts proceeding() {
        return variables -> {
            var proceeding = proceeding(variables);
            return Map.of(
                    "proceedingText", inWords(proceeding),
                    "hearings", proceeding.hearings().stream().map(CourtFacts::row).toList(),
                    "chargedSince", proceeding.charge().on().toString(),
                    "chargedWithFailingToAct", proceeding.offence() == Offence.S444_1A,
                    "convictedOfFailingToAct", proceeding.convictedOf() == Offence.S444_1A,
                    "bySingleJustice", proceeding.charge().route() == Route.SINGLE_JUSTICE_PROCEDURE,
                    "beforeCourt", proceeding.status() == ProceedingStatus.CHARGED);
        };
    }

    /** The parents who stand convicted in the case, to choose from; none before a case is named. */
    @Bean
    FormFacts convictionsOfCase() {
        return variables -> Map.of("convictions", CaseFacts.reference(variables) == null ? List.of()
                : prosecutions.of(CaseFacts.reference(variables)).stream().filter(Proceeding::guilty).map(proceeding -> Map.of(
                        "value", String.valueOf(proceeding.id()),
                        "label", "%s, %s on %s".formatted(parents.get(proceeding.parentId()).name(), proceeding.outcome().inWords(),
                                Days.inWords(proceeding.endedOn())))).toList());
    }

    private Proceeding proceeding(Map<String, Object> variables) {
        return prosecutions.get(CaseFacts.number(variables, ProsecutionOfParentProcess.PROCEEDING));
    }

    private static String inWords(Proceeding proceeding) {
        var charge = proceeding.charge();
        var charged = "%s, charged on %s by %s, %d sessions from %s to %s.".formatted(proceeding.offence().inWords(),
                Days.inWords(charge.on()), charge.route().inWords(), proceeding.sessions().size(), Days.inWords(proceeding.periodFrom()),
                Days.inWords(proceeding.periodTo()));
        if (proceeding.outcome() == null) {
            return charged + " " + next(proceeding.summons());
        }
        var outcome = "%s Outcome on %s: %s.".formatted(charged, Days.inWords(proceeding.endedOn()), proceeding.outcome().inWords());
        return proceeding.sentence() == null ? outcome : "%s Sentence: %s.".formatted(outcome, proceeding.sentence().inWords());
    }

    private static String next(Summons summons) {
        if (summons == null) {
            return "The court and the hearing are not recorded yet.";
        }
        var court = summons.caseNumber() == null ? summons.court() : "%s, case %s".formatted(summons.court(), summons.caseNumber());
        if (summons.hearingOn() == null) {
            return "%s. To respond by %s.".formatted(court, Days.inWords(summons.respondBy()));
        }
        return "%s. Hearing on %s%s%s.".formatted(court, Days.inWords(summons.hearingOn()),
                summons.hearingTime() == null ? "" : " at " + summons.hearingTime(),
                summons.hearingPlace() == null ? "" : ", " + summons.hearingPlace());
    }

    private static Map<String, Object> row(Hearing hearing) {
        return Map.of("on", Days.inWords(hearing.on()), "kind", hearing.kind(), "attendance", hearing.attendance(), "plea", hearing.plea(),
                "result", hearing.adjournedTo() == null ? "concluded" : "adjourned to " + Days.inWords(hearing.adjournedTo()));
    }
}
