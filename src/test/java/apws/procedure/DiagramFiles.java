package apws.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** The diagrams, tables and forms as they stand in the repository. */
public final class DiagramFiles {

    /** What stands within {@code ${…}} or {@code #{…}}. */
    public static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

    private DiagramFiles() {
    }

    public static List<Path> diagrams() throws IOException {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    public static List<BpmnModelInstance> models() throws IOException {
        return diagrams().stream().map(file -> Bpmn.readModelFromFile(file.toFile())).toList();
    }

    public static BpmnModelInstance model(String process) {
        return Bpmn.readModelFromFile(Path.of("bpmn", process + ".bpmn").toFile());
    }

    public static List<String> tables() throws IOException {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dmn")).map(name -> name.replace(".dmn", "")).toList();
        }
    }

    public static List<JsonNode> forms() throws IOException {
        var forms = new ArrayList<JsonNode>();
        try (var files = Files.newDirectoryStream(Path.of("forms"), "*.form")) {
            for (var file : files) {
                forms.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return forms;
    }

    public static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
