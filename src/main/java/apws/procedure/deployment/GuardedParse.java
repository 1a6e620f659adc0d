package apws.procedure.deployment;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;

/**
 * The engine's own reading of a diagram, behind which nothing is known of names and deployments: whatever it is given to read, from a file of
 * any name, or from the database where it was put years ago, it takes nothing from it that reaches out of the diagram.
 */
class GuardedParse extends BpmnParse {

    private final DiagramCheck check;

    GuardedParse(BpmnParser parser, DiagramCheck check) {
        super(parser);
        this.check = check;
    }

    @Override
    protected void parseRootElement() {
        var mistakes = check.waysOut(rootElement);
        if (!mistakes.isEmpty()) {
            throw new WayOut(mistakes);
        }
        super.parseRootElement();
    }

    @Override
    public BpmnParse execute() {
        try {
            return super.execute();
        } catch (WayOut wayOut) {
            var inWords = wayOut.mistakes.stream().map(DiagramMistake::inWords).collect(Collectors.joining("; "));
            throw new ParseException("%s is not read. %s".formatted(name, inWords), name,
                    wayOut.mistakes.stream().map(one -> (Problem) new ProblemImpl(one.inWords(), null, one.elementId())).toList(), List.of());
        }
    }

    /** The engine lets an error through as it is, and wraps everything else into one that answers 500. */
    private static final class WayOut extends Error {

        private final transient List<DiagramMistake> mistakes;

        WayOut(List<DiagramMistake> mistakes) {
            super("reaches out of the diagram");
            this.mistakes = mistakes;
        }
    }
}
