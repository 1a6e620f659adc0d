package apws.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The diagrams as people read them, and their seam to the forms: what a gateway decides on is asked for, what is asked for is decided on. */
class DiagramsTest {

    private static final Path DIAGRAMS = Path.of("bpmn");
    private static final Path FORMS = Path.of("forms");
    private static final Map<String, BpmnModelInstance> READ = new HashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w'])[a-zA-Z]\\w*(?![\\w(']|\\.\\w+\\()");
    private static final Pattern EQUALS = Pattern.compile("(\\w+) == '([^']*)'");

    private static final Pattern RESULT = Pattern.compile("(?:then|else) \"([^\"]*)\"");
    private static final Pattern ASKED_FOR = Pattern.compile("getVariable\\('(\\w+)'\\)");

    /** Asked for on a form and handed to the engine, yet read by a bean rather than by an expression. */
    private static final Set<String> READ_BY_BEANS = Set.of("caseReference");

    static Stream<String> diagrams() {
        return files(DIAGRAMS, ".bpmn").stream();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void saysOfEveryElementWhatItIsFor(String name) {
        assertThat(read(name).getModelElementsByType(FlowNode.class)).allSatisfy(node ->
                assertThat(node.getDocumentations()).as("documentation of %s", node.getId()).isNotEmpty()
                        .allSatisfy(documentation -> assertThat(documentation.getTextContent()).isNotBlank()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void hasNoLabelUnderALine(String name) {
        var diagram = read(name);
        var lines = lines(diagram);
        labels(diagram).forEach((owner, label) -> lines.forEach((flow, segments) ->
                assertThat(segments).as("label of %s under the flow %s", owner, flow).noneMatch(line -> line.intersects(inner(label)))));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void hasNoLabelOnAnotherLabelOrShape(String name) {
        var diagram = read(name);
        var labels = labels(diagram);
        var shapes = shapes(diagram);
        labels.forEach((owner, label) -> {
            labels.forEach((other, another) -> assertThat(!owner.equals(other) && inner(label).intersects(another))
                    .as("label of %s on the label of %s", owner, other).isFalse());
            shapes.forEach((other, shape) -> assertThat(!owner.equals(other) && inner(label).intersects(inner(shape)) && !shape.contains(label))
                    .as("label of %s on %s", owner, other).isFalse());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void hasNoFlowThroughAShape(String name) {
        var diagram = read(name);
        var lines = lines(diagram);
        shapes(diagram).forEach((node, shape) -> lines.forEach((flow, segments) -> {
            if (!around(diagram, flow).contains(node)) {
                assertThat(segments).as("flow %s through %s", flow, node).noneMatch(line -> line.intersects(inner(shape)));
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void asksOnTheFormBeforeForWhatAGatewayDecidesOn(String name) {
        for (var gateway : read(name).getModelElementsByType(ExclusiveGateway.class)) {
            var forms = formsBefore(gateway, new HashSet<>());
            for (var flow : gateway.getOutgoing()) {
                if (forms.isEmpty() || flow.getConditionExpression() == null) {
                    continue;
                }
                var compared = EQUALS.matcher(flow.getConditionExpression().getTextContent());
                while (compared.find()) {
                    var variable = compared.group(1);
                    var value = compared.group(2);
                    assertThat(forms).as("%s == '%s' after %s", variable, value, gateway.getId()).allSatisfy(form ->
                            assertThat(values(routed(form).get(variable))).contains(value));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void goesOnWhateverAFormDecides(String name) {
        for (var gateway : read(name).getModelElementsByType(ExclusiveGateway.class)) {
            var conditions = gateway.getOutgoing().stream().filter(flow -> flow.getConditionExpression() != null)
                    .map(flow -> flow.getConditionExpression().getTextContent()).toList();
            if (gateway.getDefault() != null) {
                continue;
            }
            for (var form : formsBefore(gateway, new HashSet<>())) {
                var compared = conditions.stream().flatMap(condition -> EQUALS.matcher(condition).results()).toList();
                compared.stream().map(found -> found.group(1)).distinct().forEach(variable -> assertThat(values(routed(form).get(variable)))
                        .as("what %s decides on %s at %s", form, variable, gateway.getId())
                        .isSubsetOf(compared.stream().filter(found -> found.group(1).equals(variable)).map(found -> found.group(2)).toList()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void usesWhatItsFormsHandOn(String name) {
        var diagram = read(name);
        var used = new TreeSet<>(READ_BY_BEANS);
        usedBy(name).forEach(used::add);
        forms(diagram).forEach(form -> {
            var usedWithForm = new TreeSet<>(used);
            diagrams().filter(other -> forms(read(other)).contains(form)).forEach(other -> usedWithForm.addAll(usedBy(other)));
            assertThat(usedWithForm).as("what %s hands on", form).containsAll(routed(form).keySet());
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void hasAFormForEveryTaskOfAPerson(String name) {
        var diagram = read(name);
        assertThat(diagram.getModelElementsByType(UserTask.class)).allSatisfy(task -> assertThat(FORMS.resolve(task.getCamundaFormRef() + ".form"))
                .as("form of %s", task.getId()).exists());
        assertThat(forms(diagram)).allSatisfy(form -> assertThat(FORMS.resolve(form + ".form")).exists());
    }

    @Test
    void everyFormIsUsed() {
        var used = diagrams().flatMap(name -> forms(read(name)).stream()).collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrderElementsOf(files(FORMS, ".form"));
    }

    private static Set<String> forms(BpmnModelInstance diagram) {
        var forms = new TreeSet<String>();
        diagram.getModelElementsByType(UserTask.class).forEach(task -> forms.add(task.getCamundaFormRef()));
        diagram.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaFormRef).filter(form -> form != null).forEach(forms::add);
        return forms;
    }

    /** The forms of the tasks that lead straight to the gateway, or through gateways alone. */
    private static Set<String> formsBefore(FlowNode node, Set<String> seen) {
        var forms = new TreeSet<String>();
        for (var flow : node.getIncoming()) {
            var before = flow.getSource();
            if (before instanceof UserTask task) {
                forms.add(task.getCamundaFormRef());
            } else if (before instanceof ExclusiveGateway && seen.add(before.getId())) {
                forms.addAll(formsBefore(before, seen));
            }
        }
        return forms;
    }

    private static Map<String, JsonNode> routed(String form) {
        var routed = new LinkedHashMap<String, JsonNode>();
        try {
            collect(JSON.readTree(FORMS.resolve(form + ".form").toFile()), routed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return routed;
    }

    private static void collect(JsonNode container, Map<String, JsonNode> routed) {
        for (var field : container.path("components")) {
            if (field.at("/properties/routes").asText().equals("yes")) {
                routed.put(field.path("key").asText(), field);
            }
            collect(field, routed);
        }
    }

    private static List<String> values(JsonNode field) {
        var values = new ArrayList<String>();
        if (field != null) {
            field.path("values").forEach(value -> values.add(value.path("value").asText()));
            RESULT.matcher(field.path("expression").asText()).results().forEach(found -> values.add(found.group(1)));
        }
        return values;
    }

    /** What the diagram itself, and those that call it, do with variables. A form that two diagrams share is decided on in one of them. */
    private static Set<String> usedBy(String name) {
        var used = new TreeSet<String>();
        var expressions = EXPRESSION.matcher(xml(name)).results().map(found -> found.group(1)).toList();
        expressions.forEach(expression -> NAME.matcher(expression).results().forEach(found -> used.add(found.group())));
        expressions.forEach(expression -> ASKED_FOR.matcher(expression).results().forEach(found -> used.add(found.group(1))));
        read(name).getModelElementsByType(CamundaIn.class).stream()
                .map(CamundaIn::getCamundaSource).filter(source -> source != null).forEach(used::add);
        used.addAll(usedByCallersOf(name));
        return used;
    }

    /** What the diagrams that call this one take from it. */
    private static Collection<String> usedByCallersOf(String name) {
        return diagrams().flatMap(caller -> read(caller).getModelElementsByType(CallActivity.class).stream())
                .filter(call -> name.equals(call.getCalledElement()))
                .flatMap(call -> call.getExtensionElements().getElementsQuery()
                        .filterByType(CamundaOut.class).list().stream())
                .map(CamundaOut::getCamundaSource).filter(source -> source != null).toList();
    }

    private static Set<String> around(BpmnModelInstance diagram, String flowId) {
        SequenceFlow flow = diagram.getModelElementById(flowId);
        var around = new HashSet<>(Set.of(flow.getSource().getId(), flow.getTarget().getId()));
        for (var parent = flow.getParentElement(); parent != null; parent = parent.getParentElement()) {
            if (parent instanceof SubProcess process) {
                around.add(process.getId());
            }
        }
        return around;
    }

    private static Map<String, List<Line2D>> lines(BpmnModelInstance diagram) {
        var lines = new LinkedHashMap<String, List<Line2D>>();
        for (var edge : diagram.getModelElementsByType(BpmnEdge.class)) {
            var points = List.copyOf(edge.getWaypoints());
            var segments = new ArrayList<Line2D>();
            for (int i = 1; i < points.size(); i++) {
                segments.add(segment(points.get(i - 1), points.get(i)));
            }
            lines.put(edge.getBpmnElement().getId(), segments);
        }
        return lines;
    }

    private static Line2D segment(Waypoint from, Waypoint to) {
        return new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY());
    }

    private static Map<String, Rectangle2D> shapes(BpmnModelInstance diagram) {
        var shapes = new LinkedHashMap<String, Rectangle2D>();
        diagram.getModelElementsByType(BpmnShape.class).forEach(shape -> shapes.put(shape.getBpmnElement().getId(), rectangle(shape.getBounds())));
        return shapes;
    }

    private static Map<String, Rectangle2D> labels(BpmnModelInstance diagram) {
        var labels = new LinkedHashMap<String, Rectangle2D>();
        diagram.getModelElementsByType(BpmnShape.class).forEach(shape -> put(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel()));
        diagram.getModelElementsByType(BpmnEdge.class).forEach(edge -> put(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel()));
        return labels;
    }

    private static void put(Map<String, Rectangle2D> labels, String owner, BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.put(owner, rectangle(label.getBounds()));
        }
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Touching is no crossing. */
    private static Rectangle2D inner(Rectangle2D box) {
        return new Rectangle2D.Double(box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2);
    }

    private static BpmnModelInstance read(String name) {
        return READ.computeIfAbsent(name, unread -> Bpmn.readModelFromFile(DIAGRAMS.resolve(unread + ".bpmn").toFile()));
    }

    private static String xml(String name) {
        try {
            return Files.readString(DIAGRAMS.resolve(name + ".bpmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
