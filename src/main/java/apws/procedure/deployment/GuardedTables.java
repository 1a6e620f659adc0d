package apws.procedure.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Refuses a decision table that is not FEEL where the engine reads it, under whatever name it came. */
class GuardedTables implements DmnTransformListener {

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {
        var mistakes = DecisionCheck.mistakes(Dmn.convertToString((DmnModelInstance) definitions.getModelInstance()).getBytes(UTF_8));
        if (!mistakes.isEmpty()) {
            throw new BadUserRequestException("The decision table is not read. "
                    + mistakes.stream().map(DiagramMistake::inWords).collect(Collectors.joining("; ")));
        }
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision read) {
        // looked at as a whole
    }

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl read) {
        // looked at as a whole
    }

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl read) {
        // looked at as a whole
    }

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl read) {
        // looked at as a whole
    }
}
