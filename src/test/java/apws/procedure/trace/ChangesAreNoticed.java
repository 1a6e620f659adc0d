package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Would the tests notice? Changes the diagrams and decision tables one thing at a time, deploys what was changed into the running engine of
 * the process tests, and runs those tests that come by the place, until one fails. A change that none notices fails this run. Not part of a
 * build: {@code mvn -Pmutation test}, with {@code -Dchanged=stage-2,penalty} for those files alone whose names begin so. What came of each change
 * is written to {@code target/changes-to-*.txt} as the run goes on.
 */
class ChangesAreNoticed {

    private static final Path DIAGRAMS = Path.of("bpmn");
    private static final String TABLES = "apws.procedure.DecisionTablesTest";
    private static final String AS_A_WHOLE = DeployedDiagramsTest.class.getName();

    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Map<String, Integer> elementsOfTest = new HashMap<>();
    private final Map<String, Integer> noticedBefore = new HashMap<>();
    private final List<Change> unnoticed = new ArrayList<>();
    private final Map<String, Integer> counted = new TreeMap<>();

    @Test
    void everyChangeToADecisionTableIsNoticed() throws IOException {
        nothingFailsBeforeAnythingIsChanged(selectClass(TABLES));
        var report = begin("tables");
        for (var file : changed(".dmn")) {
            noticedBefore.clear();
            assertThat(noticedInTables(Change.none(file))).as("%s with nothing changed is noticed by", file).isNull();
            for (var change : Change.ofTable(file)) {
                judge(change, noticedInTables(change), report);
            }
        }
        noneIsLeft(report);
    }

    @Test
    void everyChangeToADiagramIsNoticed() throws IOException {
        nothingFailsBeforeAnythingIsChanged(selectPackage("apws.procedure.trace"));
        taken.putAll(FlowRecorder.taken());
        taken.values().forEach(tests -> tests.forEach(test -> elementsOfTest.merge(test, 1, Integer::sum)));
        var report = begin("diagrams");
        for (var file : changed(".bpmn")) {
            noticedBefore.clear();
            for (var change : Change.ofDiagram(file)) {
                judge(change, noticedInDiagram(change), report);
            }
        }
        noneIsLeft(report);
    }

    private static Path begin(String what) throws IOException {
        return Files.writeString(Path.of("target", "changes-to-%s.txt".formatted(what)), "");
    }

    private void noneIsLeft(Path report) throws IOException {
        for (var file : counted.entrySet()) {
            write(report, "%-36s %3d changes".formatted(file.getKey(), file.getValue()));
        }
        write(report, "%d changes, %d not noticed".formatted(counted.values().stream().mapToInt(Integer::intValue).sum(), unnoticed.size()));

        assertThat(unnoticed).as("changes that no test noticed (all changes: %s)", report).isEmpty();
    }

    private static void write(Path report, String line) throws IOException {
        Files.write(report, List.of(line), StandardOpenOption.APPEND);
    }

    private static void nothingFailsBeforeAnythingIsChanged(DiscoverySelector selected) {
        var all = run(selected);
        assertThat(all.getFailures().stream().map(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()))
                .as("tests that fail before anything is changed").isEmpty();
        assertThat(all.getTestsSucceededCount()).isGreaterThan(20);
    }

    private void judge(Change change, String noticed, Path report) throws IOException {
        counted.merge(change.file(), 1, Integer::sum);
        if (noticed == null) {
            unnoticed.add(change);
        }
        write(report, "%s  [%s]".formatted(change, noticed == null ? "NOT NOTICED" : "noticed by " + noticed));
    }

    private String noticedInTables(Change change) throws IOException {
        var folder = Files.createTempDirectory("tables");
        for (var table : files(".dmn")) {
            Files.copy(table, folder.resolve(table.getFileName()));
        }
        Files.writeString(folder.resolve(change.file()), change.changed());
        System.setProperty("apws.tables", folder.toString());
        try {
            var oftenFirst = noticedBefore.keySet().stream().sorted(oftenNoticing());
            return firstFailing(Stream.concat(oftenFirst.map(DiscoverySelectors::selectUniqueId), Stream.of(selectClass(TABLES))).toList());
        } finally {
            System.clearProperty("apws.tables");
        }
    }

    private String noticedInDiagram(Change change) throws IOException {
        var repository = TownSettings.running().getRepositoryService();
        String deployed;
        try {
            deployed = deploy(repository, change.file(), change.changed());
        } catch (ParseException refused) {
            return "the check at deployment";
        }
        try {
            return firstFailing(testsThatComeBy(change));
        } finally {
            repository.deleteDeployment(deployed, true, true, true);
        }
    }

    private static String deploy(RepositoryService repository, String file, String text) {
        return repository.createDeployment().name("a change").addString(file, text).deploy().getId();
    }

    /** Those that have noticed changes to this diagram first, then those that come by few other places: they are short, and about this one. */
    private List<? extends DiscoverySelector> testsThatComeBy(Change change) {
        var process = change.file().replace(".bpmn", "");
        var tests = new LinkedHashSet<String>();
        change.elements().forEach(element -> tests.addAll(taken.getOrDefault(FlowRecorder.key(process, element), Set.of())));
        tests.removeIf(test -> !test.startsWith("["));
        if (tests.isEmpty()) {
            return List.of(selectClass(AS_A_WHOLE));
        }
        return tests.stream().sorted(oftenNoticing().thenComparing(elementsOfTest::get)).map(DiscoverySelectors::selectUniqueId).toList();
    }

    private Comparator<String> oftenNoticing() {
        return Comparator.comparing(test -> -noticedBefore.getOrDefault(test, 0));
    }

    /** The name of the first test that fails; null when none does. */
    private String firstFailing(List<? extends DiscoverySelector> selected) {
        for (var one : selected) {
            var failures = run(one).getFailures();
            if (!failures.isEmpty()) {
                var test = failures.get(0).getTestIdentifier();
                noticedBefore.merge(test.getUniqueId(), 1, Integer::sum);
                return test.getLegacyReportingName();
            }
        }
        return null;
    }

    private static TestExecutionSummary run(DiscoverySelector... selected) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(selected).filters(includeEngines("junit-jupiter"))
                .filters(includeClassNamePatterns(".*Test"))
                .build(), listener);
        return listener.getSummary();
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.list(DIAGRAMS)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** Those that this run changes. */
    private static List<Path> changed(String ending) throws IOException {
        var chosen = List.of(System.getProperty("changed", "").split(","));
        return files(ending).stream().filter(file -> chosen.stream().anyMatch(name -> file.getFileName().toString().startsWith(name))).toList();
    }
}
