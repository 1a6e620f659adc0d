package apws.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Roles;
import apws.procedure.names.CaseVariables;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** What diagrams, forms and Java call each other by exists on the other side. */
class DiagramReferencesTest {

    private static final Pattern KEBAB = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"");

    @Test
    void everyIdInJavaExistsInADiagramATableOrAForm() throws IOException {
        var known = new HashSet<>(ids());
        known.addAll(roles());
        var unknown = new TreeSet<String>();
        eachSource("src/main/java/apws/procedure", (file, text) -> DiagramFiles.matches(KEBAB, text).stream()
                .filter(id -> !known.contains(id)).forEach(id -> unknown.add(file.getFileName() + ": " + id)));

        assertThat(unknown).as("ids in Java that stand in no diagram").isEmpty();
    }

    @Test
    void everyCaseVariableIsGivenToTheStages() throws Exception {
        var names = new TreeSet<String>();
        for (var field : CaseVariables.class.getFields()) {
            names.add((String) field.get(null));
        }
        var journey = DiagramFiles.model("attendance-intervention");
        var given = ((CallActivity) journey.getModelElementById("stage-1")).getExtensionElements().getElementsQuery().filterByType(CamundaIn.class)
                .list().stream().map(in -> in.getCamundaTarget()).filter(target -> target != null).collect(Collectors.toSet());

        assertThat(given).containsAll(names);
    }

    @Test
    void everyUserTaskHasAFormOfItsOwnThatIsThere() throws IOException {
        for (var model : DiagramFiles.models()) {
            for (var task : model.getModelElementsByType(UserTask.class)) {
                assertThat(Path.of("forms", task.getCamundaFormRef() + ".form")).as(task.getId()).exists();
                assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("latest");
            }
        }
        for (var form : DiagramFiles.forms()) {
            assertThat(formRefs()).as("forms that a diagram uses").contains(form.path("id").asText());
        }
    }

    /** Tasklist keeps Start shut once a row of a list on a start form has been touched. */
    @Test
    void noStartFormHasAList() throws IOException {
        for (var model : DiagramFiles.models()) {
            for (var start : model.getModelElementsByType(StartEvent.class)) {
                if (start.getCamundaFormRef() != null) {
                    assertThat(Files.readString(Path.of("forms", start.getCamundaFormRef() + ".form"))).as(start.getId())
                            .doesNotContain("dynamiclist");
                }
            }
        }
    }

    /** Letters, and cases that are brought in, count by the same periods as the diagrams. */
    @Test
    void whatCountsAPeriodBesidesTheDiagramsCountsTheSame() throws IOException {
        var laws = yaml("letters/law.yaml");
        assertThat(timers("stage-2-fast-track")).contains("warningReceivedOn, '%s'"
                .formatted(laws.path(laws.size() - 1).path("warning").asText()));
        var placed = 0;
        for (var position : yaml("procedure/positions.yaml")) {
            var at = position.path("at");
            var process = at.path(at.size() - 1).asText().split("/")[0];
            if (position.has("plan") && timers(process).contains("planStart")) {
                placed++;
                assertThat(timers(process)).as(position.path("step").asText())
                        .contains("planStart, '%s'".formatted(position.path("plan").path("review").asText()));
                if (!process.equals("fast-track-suspended")) {
                    assertThat(timers(process)).contains("planStart, '%s'".formatted(position.path("plan").path("midPoint").asText()));
                }
            }
        }
        assertThat(placed).isGreaterThanOrEqualTo(5);
    }

    /** The council sees what is named in a part of the record that it reads: what none names would be left out of most people's forms. */
    @Test
    void whatAFormShowsIsInAPartOfTheRecord() throws IOException {
        var named = parts().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (var model : DiagramFiles.models()) {
            assertThat(shows(model.getModelElementsByType(CamundaProperty.class).stream())).as(model.getDefinitions().getId()).allMatch(named::contains);
        }
    }

    @ParameterizedTest
    @CsvSource({Roles.APWS_OFFICE, Roles.PANEL_CHAIR, Roles.LEGAL, Roles.SERVICE_MANAGER})
    void whoeverIsAskedToDoATaskReadsWhatItShows(String role) throws IOException {
        var facts = parts().entrySet().stream().filter(part -> reads(role).contains(part.getKey()) || reads(role).contains("all"))
                .flatMap(part -> part.getValue().stream()).collect(Collectors.toSet());
        var shown = new TreeSet<String>();
        for (var model : DiagramFiles.models()) {
            model.getModelElementsByType(UserTask.class).stream()
                    .filter(task -> task.getCamundaCandidateGroups() != null && List.of(task.getCamundaCandidateGroups().split(",")).contains(role))
                    .forEach(task -> shown.addAll(shows(task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                            .flatMap(properties -> properties.getCamundaProperties().stream()))));
        }
        assertThat(shown).isNotEmpty().allMatch(facts::contains);
    }

    @Test
    void whatIsCalledOrDecidedIsTheLatestThereIs() throws IOException {
        for (var model : DiagramFiles.models()) {
            for (var call : model.getModelElementsByType(CallActivity.class)) {
                assertThat(ids()).contains(call.getCalledElement());
                assertThat(call.getCamundaCalledElementBinding()).as(call.getId()).isIn(null, "latest");
            }
            for (var decision : model.getModelElementsByType(BusinessRuleTask.class)) {
                assertThat(Path.of("bpmn", decision.getCamundaDecisionRef() + ".dmn")).exists();
                assertThat(decision.getCamundaDecisionRefBinding()).as(decision.getId()).isIn(null, "latest");
            }
        }
    }

    @Test
    void everyStepOfTheProcedureStandsInADiagram() throws IOException {
        var documented = new ArrayList<String>();
        for (var model : DiagramFiles.models()) {
            for (var node : model.getModelElementsByType(FlowNode.class)) {
                node.getDocumentations().stream().map(Documentation::getTextContent).forEach(documented::add);
            }
        }
        var stepsOfStage = new int[] {9, 12, 10, 10, 1};
        for (int stage = 1; stage <= stepsOfStage.length; stage++) {
            for (int number = 1; number <= stepsOfStage[stage - 1]; number++) {
                var step = "S%d-%02d".formatted(stage, number);
                assertThat(documented).as(step).anySatisfy(text -> assertThat(text).contains(step));
            }
        }
    }

    private static JsonNode yaml(String resource) throws IOException {
        return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(Path.of("src/main/resources", resource))));
    }

    private static String timers(String process) throws IOException {
        return Bpmn.readModelFromFile(Path.of("bpmn", process + ".bpmn").toFile()).getModelElementsByType(TimeDate.class).stream()
                .map(TimeDate::getTextContent).collect(Collectors.joining(" "));
    }

    private static Set<String> shows(Stream<CamundaProperty> properties) {
        return properties.filter(property -> property.getCamundaName().equals("shows"))
                .flatMap(property -> Stream.of(property.getCamundaValue().split(" "))).collect(Collectors.toSet());
    }

    /** Facts by the part of the record that they belong to. */
    @SuppressWarnings("unchecked")
    private static Map<String, Set<String>> parts() {
        return table("parts").stream().collect(Collectors.toMap(part -> (String) part.get("part"), part -> Set.copyOf((List<String>) part.get("facts"))));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> reads(String role) {
        return table("readers").stream().filter(reader -> reader.get("who").equals(role)).flatMap(reader -> ((List<String>) reader.get("reads")).stream())
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> table(String name) {
        try (var stated = DiagramReferencesTest.class.getResourceAsStream("/casework/record-readers.yaml")) {
            return ((Map<String, List<Map<String, Object>>>) new Yaml().load(stated)).get(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> roles() {
        return Set.of(Roles.APWS_OFFICE, Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY, Roles.PANEL_CHAIR, Roles.LEGAL);
    }

    private static Set<String> ids() throws IOException {
        var ids = new HashSet<String>();
        for (var model : DiagramFiles.models()) {
            model.getModelElementsByType(BaseElement.class).forEach(element -> ids.add(element.getId()));
            model.getModelElementsByType(Message.class).forEach(message -> ids.add(message.getName()));
        }
        for (var table : DiagramFiles.tables()) {
            ids.add(table);
            ids.addAll(DiagramFiles.matches(KEBAB, Files.readString(Path.of("bpmn", table + ".dmn"))));
        }
        for (var form : DiagramFiles.forms()) {
            ids.add(form.path("id").asText());
        }
        return ids;
    }

    private static Set<String> formRefs() throws IOException {
        var refs = new HashSet<String>();
        for (var model : DiagramFiles.models()) {
            model.getModelElementsByType(UserTask.class).forEach(task -> refs.add(task.getCamundaFormRef()));
            model.getModelElementsByType(StartEvent.class).forEach(start -> refs.add(start.getCamundaFormRef()));
        }
        return refs;
    }

    private static void eachSource(String folder, BiConsumer<Path, String> source) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            for (var file : files.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
                source.accept(file, Files.readString(file));
            }
        }
    }
}
