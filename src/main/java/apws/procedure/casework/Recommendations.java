package apws.procedure.casework;

import apws.casework.Entries;
import apws.casework.Plan;
import apws.casework.Plans;
import apws.procedure.CaseFacts;
import apws.procedure.Decisions;
import apws.procedure.DiagramCalendar;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.answers.InitialMeetingArranged;
import apws.procedure.names.StageVariables;
import apws.register.Registers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the figures recommend, by decision table (settlement 4). The person decides. */
@Configuration(proxyBeanMethods = false)
class Recommendations {

    private static final Map<String, String> IN_WORDS = Map.of(
            "improved", "The figures recommend **improved**.",
            "notImproved", "The figures recommend **not improved**.",
            "regular", "The figures say that attendance **is regular**.",
            "goOn", "The figures say that attendance is **not regular yet**.",
            "sustained", "The figures recommend **sustained**.",
            "relapsed", "The figures recommend **relapsed**.",
            "none", "Too few sessions were possible for a recommendation; the review can be moved on.");

    /** The same figures in the words of a suspension. */
    private static final Map<String, String> IN_SUSPENSION = Map.of("improved", "sustained", "notImproved", "relapsed", "none", "none");

    private final Registers registers;
    private final Plans plans;
    private final Entries entries;
    private final Decisions decisions;
    private final DiagramCalendar calendar;

    Recommendations(Registers registers, Plans plans, Entries entries, Decisions decisions, DiagramCalendar calendar) {
        this.registers = registers;
        this.plans = plans;
        this.entries = entries;
        this.decisions = decisions;
        this.calendar = calendar;
    }

    @Bean
    @ForSchoolsToo
    FormFacts interimRecommendation() {
        return improvement("interim");
    }

    @Bean
    FormFacts midPointRecommendation() {
        return improvement("mid-point");
    }

    @Bean
    @ForSchoolsToo
    FormFacts reviewRecommendation() {
        return improvement("four weeks");
    }

    /** At the end of the 30 days: against the plan's target, or without a plan against what the warning expects (S2-09). */
    @Bean
    FormFacts fastTrackRecommendation() {
        return variables -> {
            var reference = CaseFacts.reference(variables);
            var target = variables.get(StageVariables.PLAN_START) != null ? current(variables).target()
                    : entries.newest(reference, InitialMeetingArranged.class).orElseThrow().as(InitialMeetingArranged.class)
                            .expectedPercent();
            return recommended(improvement("thirty days", variables, CaseFacts.fastTrackSince(variables), target, target));
        };
    }

    /** Settlement 6. */
    @Bean
    FormFacts suspensionRecommendation() {
        return variables -> {
            var plan = current(variables);
            return inWords(IN_SUSPENSION.get(improvement("suspension", variables, plan.startOn(), baseline(plan), plan.target())
                    .get("recommendation").toString()));
        };
    }

    @Bean
    @ForSchoolsToo
    FormFacts regularAttendance() {
        return variables -> {
            var figures = registers.figures(CaseFacts.pupilId(variables), since(variables), LocalDate.parse(calendar.today()));
            var inputs = new HashMap<String, Object>();
            inputs.put("on", calendar.on(calendar.today()));
            inputs.put("possible", figures.possible());
            inputs.put("attendance", figures.possible() == 0 ? BigDecimal.ZERO : figures.attendance());
            return recommended(decisions.decide("regular-attendance", inputs));
        };
    }

    private static LocalDate since(Map<String, Object> variables) {
        return CaseFacts.date(variables, StageVariables.MONITORED_FROM);
    }

    private FormFacts improvement(String review) {
        return variables -> {
            var plan = current(variables);
            return recommended(improvement(review, variables, plan.startOn(), baseline(plan), plan.target()));
        };
    }

    private Plan current(Map<String, Object> variables) {
        return plans.current(CaseFacts.reference(variables), CaseFacts.planParent(variables)).orElseThrow();
    }

    /** A pupil without any session before the plan can only be measured against its target. */
    private static BigDecimal baseline(Plan plan) {
        return plan.baseline() == null ? plan.target() : plan.baseline();
    }

    private Map<String, Object> improvement(String review, Map<String, Object> variables, LocalDate since, BigDecimal baseline,
                                            BigDecimal target) {
        var figures = registers.figures(CaseFacts.pupilId(variables), since, LocalDate.parse(calendar.today()));
        var inputs = new HashMap<String, Object>();
        inputs.put("on", calendar.on(calendar.today()));
        inputs.put("review", review);
        inputs.put("possible", figures.possible());
        inputs.put("attendance", figures.possible() == 0 ? BigDecimal.ZERO : figures.attendance());
        inputs.put("baseline", baseline);
        inputs.put("target", target);
        return decisions.decide("improvement", inputs);
    }

    private static Map<String, Object> recommended(Map<String, Object> decision) {
        return inWords(decision.get("recommendation").toString());
    }

    private static Map<String, Object> inWords(String recommendation) {
        return Map.of("recommendation", recommendation, "recommendationText", IN_WORDS.get(recommendation));
    }
}
