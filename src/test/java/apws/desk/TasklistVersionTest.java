package apws.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

class TasklistVersionTest {

    /** What our scripts know of Tasklist's insides was tried with one version of it: with another it is tried again, and the file renamed. */
    @Test
    void theScriptsKnowTheInsidesOfTheTasklistThatIsInTheJar() throws IOException {
        var version = ProcessEngine.class.getPackage().getImplementationVersion();
        var tried = Path.of("src/main/resources/static/desk/tasklist-%s.js".formatted(version.substring(0, version.lastIndexOf('.'))));
        try (var scripts = Files.list(tried.getParent())) {
            assertThat(scripts.filter(script -> script.getFileName().toString().startsWith("tasklist-"))).containsExactly(tried);
        }
    }
}
