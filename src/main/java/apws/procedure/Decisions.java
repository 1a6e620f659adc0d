package apws.procedure;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * The newest deployed decision tables, asked outside of any process: for what a form recommends and for screening,
 * which asks thousands of times and wants no history of it.
 */
@Component
public class Decisions {

    private final RepositoryService repository;
    private final DmnEngine tables = new DefaultDmnEngineConfiguration().feelEngineFactory(RememberedFeel::new)
            .scriptEngineResolver(language -> {
                throw new IllegalStateException("No script is run here, whatever its language (%s)".formatted(language));
            }).buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    Decisions(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * The outputs of the one rule that matches, by name.
     *
     * @throws IllegalStateException when none does: the table leaves a gap
     */
    public Map<String, Object> decide(String decision, Map<String, Object> inputs) {
        return newest(decision).apply(inputs);
    }

    /** The outputs of every rule that matches, in the order of the table. */
    public List<Map<String, Object>> decideEach(String decision, Map<String, Object> inputs) {
        return tables.evaluateDecisionTable(newestTable(decision), inputs).getResultList();
    }

    /** The one rule for many inputs in a row, all decided by the table that is the newest now. */
    public Function<Map<String, Object>, Map<String, Object>> newest(String decision) {
        var table = newestTable(decision);
        return inputs -> {
            var result = tables.evaluateDecisionTable(table, inputs).getSingleResult();
            if (result == null) {
                throw new IllegalStateException("No rule of the decision table %s fits %s".formatted(decision, inputs));
            }
            return result.getEntryMap();
        };
    }

    private DmnDecision newestTable(String decision) {
        var newest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision).latestVersion().singleResult();
        return parsed.computeIfAbsent(newest.getId(), id -> tables.parseDecision(decision, repository.getDecisionModel(id)));
    }
}
