package apws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation points at is there, and every task that people do is in somebody's guide. */
class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
    private static final Pattern TASK = Pattern.compile("<bpmn:userTask id=\"[^\"]+\" name=\"([^\"]+)\"");
    private static final int LONGEST_README = 8_000;

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        var lost = LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)).filter(link -> !link.matches("[a-z]+:.*"))
                .filter(link -> !Files.exists(folder(page).resolve(link).normalize())).toList();

        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestThatIsNamedIsThere(Path page) throws IOException {
        var tests = sources("src/test/java");

        assertThat(TEST_CLASS.matcher(Files.readString(page)).results().map(name -> name.group(1)).toList()).isSubsetOf(tests);
    }

    @Test
    void everyTaskStandsInAGuide() throws IOException {
        var guides = pages().filter(page -> page.startsWith(Path.of("docs/guides"))).map(DocumentationTest::read).collect(Collectors.joining());
        try (var diagrams = Files.list(Path.of("bpmn"))) {
            var missing = diagrams.filter(file -> file.toString().endsWith(".bpmn")).map(DocumentationTest::read)
                    .flatMap(diagram -> TASK.matcher(diagram).results().map(task -> task.group(1))).distinct()
                    .filter(task -> !task.startsWith("Support pupil")).filter(task -> !guides.contains(task)).toList();

            assertThat(missing).isEmpty();
        }
    }

    @Test
    void theReadmeIsAFirstScreenAndLittleMore() throws IOException {
        assertThat(Files.size(Path.of("README.md"))).isLessThan(LONGEST_README);
    }

    static Stream<Path> pages() throws IOException {
        var pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
        try (var docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages.stream();
    }

    private static List<String> sources(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length())).toList();
        }
    }

    private static Path folder(Path page) {
        return page.getParent() == null ? Path.of("") : page.getParent();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
