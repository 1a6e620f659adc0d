package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests, and sees that they have entered every flow node and taken every sequence flow of every diagram between them.
 * What each diagram's share is stands in {@code target/diagram-coverage.txt} then. By itself it finds nothing taken: run it with the others.
 */
@Tag("application")
@Order(Integer.MAX_VALUE)
class EveryFlowIsTakenTest {

    private static final Path REPORT = Path.of("target", "diagram-coverage.txt");

    @Test
    void betweenThemTheTestsComeByEveryElementOfEveryDiagram() throws IOException {
        var taken = FlowRecorder.taken();
        var report = new ArrayList<String>();
        var missing = new ArrayList<String>();
        int all = 0;
        for (var diagram : elements().entrySet()) {
            var process = diagram.getKey();
            var missed = new ArrayList<String>();
            diagram.getValue().forEach((element, tellsOfIt) -> {
                if (!taken.containsKey(FlowRecorder.key(process, tellsOfIt))) {
                    missed.add(FlowRecorder.key(process, element));
                }
            });
            report.add("%-32s %3d of %3d flow nodes and sequence flows".formatted(process, diagram.getValue().size() - missed.size(),
                    diagram.getValue().size()));
            missing.addAll(missed);
            all += diagram.getValue().size();
        }
        report.add("%-32s %3d of %3d, %.1f %%".formatted("all diagrams", all - missing.size(), all, 100.0 * (all - missing.size()) / all));
        missing.forEach(element -> report.add("never reached: " + element));
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, report);

        assertThat(missing).as("flow nodes and sequence flows that no test reaches (see %s)", REPORT).isEmpty();
    }

    /**
     * By process: each of its flow nodes and sequence flows, those in sub-processes too, with the element by which it is known to be reached.
     * That is itself, save for the flows out of an event-based gateway: the engine takes none of them, but enters the event at their end.
     */
    private static Map<String, Map<String, String>> elements() throws IOException {
        var elements = new TreeMap<String, Map<String, String>>();
        try (var files = Files.newDirectoryStream(Path.of("bpmn"), "*.bpmn")) {
            for (var file : files) {
                var model = Bpmn.readModelFromFile(file.toFile());
                var of = elements.computeIfAbsent(model.getModelElementsByType(Process.class).iterator().next().getId(), id -> new TreeMap<>());
                model.getModelElementsByType(FlowNode.class).forEach(node -> of.put(node.getId(), node.getId()));
                model.getModelElementsByType(SequenceFlow.class).forEach(flow -> of.put(flow.getId(),
                        flow.getSource() instanceof EventBasedGateway ? flow.getTarget().getId() : flow.getId()));
            }
        }
        return elements;
    }
}
