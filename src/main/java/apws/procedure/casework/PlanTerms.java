package apws.procedure.casework;

import apws.casework.Entries;
import apws.casework.Plans;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The terms of the plan in force, as a form for its next version begins with them: only what changes is typed (S2-08). */
@Component("planTerms")
class PlanTerms implements FormFacts {

    private static final List<String> TERMS = List.of("targetPercent", "targetInWords", "barriers", "pupilView", "parentsView", "actions",
            "schoolSupport", "agencySupport", "circumstances", "praiseHow", "ifNotFollowed");

    private final Plans plans;
    private final Entries entries;
    private final ObjectMapper json;

    PlanTerms(Plans plans, Entries entries, ObjectMapper json) {
        this.plans = plans;
        this.entries = entries;
        this.json = json;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var agreed = entries.get(plans.current(CaseFacts.reference(variables)).orElseThrow().entryId()).data();
        var terms = new HashMap<String, Object>();
        TERMS.stream().filter(agreed::hasNonNull).forEach(term -> terms.put(term, json.convertValue(agreed.get(term), Object.class)));
        return terms;
    }
}
