package apws.procedure.casework;

import apws.calendar.Days;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.casework.Plan;
import apws.casework.Plans;
import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.answers.PlanAgreed;
import apws.procedure.answers.ReviewDecided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The plan that the case follows now, and whether it was extended before; without one, a sentence that says so. */
@Component("plan")
@ForSchoolsToo
class PlanFacts implements FormFacts {

    private static final String REVIEW_THAT_EXTENDS = "hold-four-week-review";
    private static final String EXTEND = "moveOn";

    private final Plans plans;
    private final Entries entries;

    PlanFacts(Plans plans, Entries entries) {
        this.plans = plans;
        this.entries = entries;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var reference = CaseFacts.reference(variables);
        return plans.current(reference, CaseFacts.planParent(variables))
                .map(plan -> of(plan, entries.get(plan.entryId()), extendedBefore(reference, plan)))
                .orElse(Map.of("planText", "No plan was agreed.", "planActions", List.of()));
    }

    /** Once only (S1-07, S1-08); a new plan after a relapse may be extended again. */
    private boolean extendedBefore(String reference, Plan plan) {
        return entries.of(reference).stream().anyMatch(entry -> entry.id() > plan.entryId() && entry.form().equals(REVIEW_THAT_EXTENDS)
                && entry.as(ReviewDecided.class).decision().equals(EXTEND));
    }

    private static Map<String, Object> of(Plan plan, Entry agreed, boolean extendedBefore) {
        var facts = new HashMap<String, Object>();
        facts.put("planText", "%s, version %d, from %s: attendance of %s %% by the review on %s%s. %s".formatted(plan.code(), plan.version(),
                Days.inWords(plan.startOn()), plan.target().stripTrailingZeros().toPlainString(), Days.inWords(plan.reviewOn()),
                plan.midPointOn() == null ? "" : ", looked at in its middle on " + Days.inWords(plan.midPointOn()), plan.targetInWords()));
        facts.put("planActions", actions(agreed));
        facts.put("target", plan.target());
        facts.put("baseline", plan.baseline());
        facts.put("planStartOn", plan.startOn().toString());
        facts.put("reviewDueOn", plan.reviewOn().toString());
        facts.put("extendedBefore", extendedBefore);
        return facts;
    }

    private static List<Map<String, Object>> actions(Entry agreed) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var action : agreed.as(PlanAgreed.class).actions()) {
            rows.add(Map.of("what", action.what(), "who", action.who(), "byWhen", action.byWhen() == null ? "" : Days.inWords(action.byWhen())));
        }
        return rows;
    }
}
