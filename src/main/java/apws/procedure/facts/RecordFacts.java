package apws.procedure.facts;

import apws.calendar.MovableClock;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.letter.FilledForm;
import apws.procedure.form.FormFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people have recorded in the case so far. */
@Configuration(proxyBeanMethods = false)
class RecordFacts {

    private static final Map<String, String> REVIEWS = Map.of(
            "hold-interim-review", "Interim review",
            "hold-four-week-review", "Four-week review",
            "review-monitoring", "Review of monitoring");

    private static final Map<String, String> EARLY_HELP = Map.of(
            "undertaken", "undertaken",
            "declined", "declined",
            "alreadyOpen", "already open");

    private final Entries entries;
    private final FilledForm forms;

    RecordFacts(Entries entries, FilledForm forms) {
        this.entries = entries;
        this.forms = forms;
    }

    @Bean
    FormFacts entriesMade() {
        return variables -> Map.of("entries", entries.of(CaseFacts.reference(variables)).stream().map(RecordFacts::line).toList());
    }

    @Bean
    FormFacts reviewsHeld() {
        return variables -> Map.of("reviews", reviews(CaseFacts.reference(variables)));
    }

    @Bean
    FormFacts earlyHelp() {
        return variables -> Map.of("earlyHelpText", entries.latest(CaseFacts.reference(variables), "undertake-early-help")
                .map(help -> "Early Help Assessment: %s, recorded %s.".formatted(EARLY_HELP.getOrDefault(help.text("result"), help.text("result")), day(help.madeAt())))
                .orElse("No Early Help Assessment is recorded."));
    }

    @Bean
    FormFacts referral() {
        return variables -> Map.of("referralText", entries.latest(CaseFacts.reference(variables), "refer-to-apws")
                .map(made -> "Referred on %s. School asks: %s".formatted(day(made.madeAt()), made.text("whatSchoolAsks")))
                .orElse("No referral is recorded."));
    }

    private List<Map<String, Object>> reviews(String reference) {
        return entries.of(reference).stream().filter(entry -> REVIEWS.containsKey(entry.form())).map(entry -> Map.<String, Object>of(
                "on", day(entry.madeAt()), "review", REVIEWS.get(entry.form()),
                "decision", forms.inWords(entry.form(), "decision", entry.data().path("decision")), "by", entry.madeBy())).toList();
    }

    private static Map<String, Object> line(Entry entry) {
        return Map.of("on", day(entry.madeAt()), "step", entry.step(), "what", entry.form().replace('-', ' '), "by", entry.madeBy());
    }

    private static String day(Instant at) {
        return CaseFacts.day(LocalDate.ofInstant(at, MovableClock.LONDON));
    }
}
