package apws.procedure.casework;

import apws.access.Users;
import apws.calendar.Days;
import apws.calendar.MovableClock;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.form.FilledForm;
import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.answers.EarlyHelpUndertaken;
import apws.procedure.answers.MidPointReviewed;
import apws.procedure.answers.Referral;
import apws.procedure.answers.ReferralReturned;
import apws.procedure.answers.ReviewDecided;
import apws.procedure.gate.ReadableRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people have recorded in the case so far. */
@Configuration(proxyBeanMethods = false)
class RecordFacts {

    private static final String MID_POINT = "hold-mid-point-review";
    private static final Map<String, String> REVIEWS = Map.of(
            "hold-interim-review", "Interim review",
            "hold-four-week-review", "Four-week review",
            MID_POINT, "Mid-point review",
            "hold-final-review", "Final review",
            "review-suspension", "Review of the suspension",
            "hold-panel-review", "Final review after the panel",
            "review-monitoring", "Review of monitoring");

    private static final Map<String, String> EARLY_HELP = Map.of(
            "undertaken", "undertaken",
            "declined", "declined",
            "alreadyOpen", "already open");

    private final Entries entries;
    private final Cases cases;
    private final FilledForm forms;
    private final Users users;
    private final ReadableRecord readers;

    RecordFacts(Entries entries, Cases cases, FilledForm forms, Users users, ReadableRecord readers) {
        this.entries = entries;
        this.cases = cases;
        this.forms = forms;
        this.users = users;
        this.readers = readers;
    }

    @Bean
    @ForSchoolsToo
    FormFacts entriesMade() {
        return variables -> {
            var reference = CaseFacts.reference(variables);
            var names = new HashMap<String, String>();
            return Map.of("entries", entries.of(reference).stream().filter(readers.entries(reference))
                    .map(entry -> line(entry, by(entry, names))).toList());
        };
    }

    @Bean
    @ForSchoolsToo
    FormFacts reviewsHeld() {
        return variables -> Map.of("reviews", reviews(CaseFacts.reference(variables)));
    }

    @Bean
    @ForSchoolsToo
    FormFacts earlyHelp() {
        return variables -> Map.of("earlyHelpText", entries.newest(CaseFacts.reference(variables), EarlyHelpUndertaken.class)
                .map(help -> "Early Help Assessment: %s, recorded %s.".formatted(result(help.as(EarlyHelpUndertaken.class).result()), day(help.madeAt())))
                .orElse("No Early Help Assessment is recorded."));
    }

    /** It arrived in the moment in which the school made it; without one the case came to APWS when it was opened. */
    @Bean
    FormFacts referral() {
        return variables -> {
            var reference = CaseFacts.reference(variables);
            var made = entries.newest(reference, Referral.class);
            var arrivedOn = made.map(referral -> on(referral.madeAt())).orElseGet(() -> cases.get(reference).openedOn());
            return Map.of(
                    "referralText", made.map(referral -> "Referred on %s. School asks: %s".formatted(day(referral.madeAt()),
                            referral.as(Referral.class).whatSchoolAsks())).orElse("No referral is recorded."),
                    "riskText", made.map(referral -> referral.as(Referral.class)).map(said -> said.visitRisk().equals("yes") ? said.visitRiskWhat() : "none known")
                            .orElse("not said"),
                    "arrivedOn", arrivedOn.toString(),
                    "arrivedText", Days.inWords(arrivedOn));
        };
    }

    /** What the school is told with a returned referral (S2-03). */
    @Bean
    @ForSchoolsToo
    FormFacts returnOfReferral() {
        return variables -> {
            var returned = entries.newest(CaseFacts.reference(variables), ReferralReturned.class).orElseThrow().as(ReferralReturned.class);
            return Map.of(
                    "returnText", "It can be made again from %s. %s".formatted(Days.inWords(returned.referAgainFrom()),
                            "Who can help: " + returned.whoCanHelp()),
                    "returnMissing", returned.missing(),
                    "returnAdvice", returned.advice(),
                    "returnFirstSteps", returned.firstSteps());
        };
    }

    private List<Map<String, Object>> reviews(String reference) {
        var names = new HashMap<String, String>();
        return entries.of(reference).stream().filter(readers.entries(reference)).filter(entry -> REVIEWS.containsKey(entry.form()))
                .map(entry -> Map.<String, Object>of("on", day(entry.madeAt()), "review", REVIEWS.get(entry.form()), "decision",
                        decision(entry), "by", by(entry, names))).toList();
    }

    /** As people know them. */
    private String by(Entry entry, Map<String, String> names) {
        return names.computeIfAbsent(entry.madeBy(), users::nameOf);
    }

    /** In the words of its form; a mid-point review decides on the plan alone. */
    private String decision(Entry review) {
        return review.form().equals(MID_POINT) ? forms.inWords(review.filledIn(), "planChanged", review.as(MidPointReviewed.class).planChanged())
                : forms.inWords(review.filledIn(), "decision", review.as(ReviewDecided.class).decision());
    }

    private static String result(String code) {
        return EARLY_HELP.getOrDefault(code, code);
    }

    private static Map<String, Object> line(Entry entry, String by) {
        return Map.of("on", day(entry.madeAt()), "step", entry.step(), "what", entry.form().replace('-', ' '), "by", by);
    }

    private static String day(Instant at) {
        return Days.inWords(on(at));
    }

    private static LocalDate on(Instant at) {
        return LocalDate.ofInstant(at, MovableClock.LONDON);
    }
}
