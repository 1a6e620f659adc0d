package apws.procedure.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A name that Java and a diagram share stands in that diagram, or in a form that the diagram opens. */
class NamesTest {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern FORM = Pattern.compile("camunda:formRef=\"([^\"]+)\"");

    @TestFactory
    Stream<DynamicTest> everyNameStandsInItsDiagram() {
        return ofProcesses().stream().map(names -> dynamicTest(names.getSimpleName(), () -> {
            var diagram = Files.readString(Path.of("bpmn", value(names, "PROCESS") + ".bpmn"));
            var said = Stream.concat(Stream.of(diagram), forms(diagram)).flatMap(NamesTest::words).collect(Collectors.toCollection(TreeSet::new));

            assertThat(diagram).contains("<bpmn:process id=\"%s\"".formatted(value(names, "PROCESS")));
            assertThat(values(names)).isNotEmpty().isSubsetOf(said);
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyVariableOfACaseStandsInADiagramOrAForm() {
        var said = said();
        return values(CaseVariables.class).stream().map(name -> dynamicTest(name, () -> assertThat(said).contains(name)));
    }

    @TestFactory
    Stream<DynamicTest> everyVariableOfTheStagesStandsInADiagramOrAForm() {
        var said = said();
        return values(StageVariables.class).stream().map(name -> dynamicTest(name, () -> assertThat(said).contains(name)));
    }

    @TestFactory
    Stream<DynamicTest> everyMessageStandsInADiagram() {
        var said = all("bpmn").collect(Collectors.joining());
        return values(Messages.class).stream().map(name -> dynamicTest(name, () ->
                assertThat(said).containsPattern("<bpmn:message id=\"[^\"]+\" name=\"%s\"".formatted(name))));
    }

    /** What a diagram mentions is not only between steps: an analyst may move or remove it. */
    @TestFactory
    Stream<DynamicTest> noDiagramMentionsWhatIsBetweenSteps() {
        var said = said();
        return values(BetweenSteps.class).stream().map(name -> dynamicTest(name, () -> assertThat(said).doesNotContain(name)));
    }

    private static List<Class<?>> ofProcesses() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("apws.procedure.names").stream()
                .filter(one -> one.getSimpleName().endsWith("Process")).map(JavaClass::reflect).collect(Collectors.toList());
    }

    private static List<String> values(Class<?> names) {
        return Arrays.stream(names.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers())).map(NamesTest::value).toList();
    }

    private static String value(Class<?> names, String field) throws ReflectiveOperationException {
        return value(names.getField(field));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> said() {
        return Stream.concat(all("bpmn"), all("forms")).flatMap(NamesTest::words).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> all(String folder) {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|form)")).map(NamesTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(word -> word.group());
    }

    private static Stream<String> forms(String diagram) {
        return FORM.matcher(diagram).results().map(form -> read(Path.of("forms", form.group(1) + ".form")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
