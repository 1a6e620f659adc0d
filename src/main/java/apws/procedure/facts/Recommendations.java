package apws.procedure.facts;

import apws.casework.Plans;
import apws.procedure.Decisions;
import apws.procedure.DiagramCalendar;
import apws.procedure.form.FormFacts;
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
            "none", "Too few sessions were possible for a recommendation; the review can be moved on.");

    private final Registers registers;
    private final Plans plans;
    private final Decisions decisions;
    private final DiagramCalendar calendar;

    Recommendations(Registers registers, Plans plans, Decisions decisions, DiagramCalendar calendar) {
        this.registers = registers;
        this.plans = plans;
        this.decisions = decisions;
        this.calendar = calendar;
    }

    @Bean
    FormFacts interimRecommendation() {
        return improvement("interim");
    }

    @Bean
    FormFacts reviewRecommendation() {
        return improvement("four weeks");
    }

    @Bean
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
        return CaseFacts.date(variables, "monitoredFrom");
    }

    private FormFacts improvement(String review) {
        return variables -> {
            var plan = plans.current(CaseFacts.reference(variables)).orElseThrow();
            var figures = registers.figures(CaseFacts.pupilId(variables), plan.startOn(), LocalDate.parse(calendar.today()));
            var inputs = new HashMap<String, Object>();
            inputs.put("on", calendar.on(calendar.today()));
            inputs.put("review", review);
            inputs.put("possible", figures.possible());
            inputs.put("attendance", figures.possible() == 0 ? BigDecimal.ZERO : figures.attendance());
            // a pupil without any session before the plan can only be measured against its target
            inputs.put("baseline", plan.baseline() == null ? plan.target() : plan.baseline());
            inputs.put("target", plan.target());
            return recommended(decisions.decide("improvement", inputs));
        };
    }

    private static Map<String, Object> recommended(Map<String, Object> decision) {
        var recommendation = decision.get("recommendation").toString();
        return Map.of("recommendation", recommendation, "recommendationText", IN_WORDS.get(recommendation));
    }
}
