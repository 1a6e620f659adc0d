package apws.procedure.people;

import apws.casework.Cases;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.pupil.SamePeople;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the office about each two who may be one person, unless it is asked already. Parameter: {@code atOnce}, how many at a time. */
@Component
@ForDiagrams(needs = "atOnce")
class FindPeopleAlike implements JavaDelegate {

    static final String PROCESS = "same-person";
    static final String ONE = "onePersonId";
    static final String OTHER = "otherPersonId";

    private final SamePeople people;
    private final Cases cases;
    private final RuntimeService runtime;

    FindPeopleAlike(SamePeople people, Cases cases, RuntimeService runtime) {
        this.people = people;
        this.cases = cases;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution step) {
        var open = runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).count();
        var room = new Given(step).number("atOnce") - open;
        people.found(cases.pupilsWithOpenCase()).stream().filter(pair -> !isAsked(key(pair))).limit(Math.max(0, room)).forEach(pair ->
                runtime.startProcessInstanceByKey(PROCESS, key(pair), Map.of(ONE, pair.one(), OTHER, pair.other())));
    }

    private boolean isAsked(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count() > 0;
    }

    private static String key(SamePeople.Pair pair) {
        return "SAME-%d-%d".formatted(pair.one(), pair.other());
    }
}
