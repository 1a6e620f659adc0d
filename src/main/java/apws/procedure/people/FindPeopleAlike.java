package apws.procedure.people;

import apws.casework.Cases;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.BetweenSteps;
import apws.procedure.names.SamePersonProcess;
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
        var open = runtime.createProcessInstanceQuery().processDefinitionKey(SamePersonProcess.PROCESS).count();
        var room = new StepInput(step).number("atOnce") - open;
        people.found(cases.pupilsWithOpenCase()).stream().filter(pair -> !isAsked(key(pair))).limit(Math.max(0, room)).forEach(pair ->
                runtime.startProcessInstanceByKey(SamePersonProcess.PROCESS, key(pair), Map.of(BetweenSteps.ONE_PERSON, pair.one(), BetweenSteps.OTHER_PERSON, pair.other())));
    }

    private boolean isAsked(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count() > 0;
    }

    private static String key(SamePeople.Pair pair) {
        return "SAME-%d-%d".formatted(pair.one(), pair.other());
    }
}
