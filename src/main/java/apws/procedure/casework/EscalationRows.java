package apws.procedure.casework;

import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every decision that escalates looks at: what calls for support first, and each parent by themselves (settlement 17). */
@Configuration(proxyBeanMethods = false)
class EscalationRows {

    private final Pupils pupils;
    private final Parents parents;

    EscalationRows(Pupils pupils, Parents parents) {
        this.pupils = pupils;
        this.parents = parents;
    }

    /** A row for each need that is known, to say what was done about it. */
    @Bean
    FormFacts supportFirst() {
        return variables -> {
            List<Map<String, Object>> needs = pupils.get(CaseFacts.pupilId(variables)).supportFlags().stream()
                    .map(need -> Map.<String, Object>of("need", need)).toList();
            return Map.of("supportChecks", needs);
        };
    }

    /** A row for each parent whom the pupil has now, to say who goes on and why. */
    @Bean
    FormFacts parentsGoingOn() {
        return variables -> {
            List<Map<String, Object>> rows = parents.of(CaseFacts.pupilId(variables)).stream().map(of -> of.parent())
                    .map(parent -> Map.<String, Object>of("parentId", parent.id().toString(), "name", parent.name())).toList();
            return Map.of("parentsGoingOn", rows);
        };
    }
}
