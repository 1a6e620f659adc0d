package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Would the tests notice? Changes the diagrams and decision tables one thing at a time, deploys what was changed into the running engine of
 * the process tests, and runs those tests that come by the place, until one fails. A change that none notices fails this run. Not part of a
 * build: {@code mvn -Pmutation test}, with {@code -Dchanged=stage-2,penalty} for those files alone whose names begin so. What came of each change
 * stands in {@code target/changes-to-*.txt}.
 */
class ChangesAreNoticed {

    private static final Path DIAGRAMS = Path.of("bpmn");
    private static final String TABLES = "apws.procedure.DecisionTablesTest";
    private static final String AS_A_WHOLE = DeployedDiagramsTest.class.getName();

    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Map<String, Integer> elementsOfTest = new HashMap<>();
    private final Map<String, Integer> noticedBefore = new HashMap<>();
    private final List<String> report = new ArrayList<>();
    private final List<Change> unnoticed = new ArrayList<>();
    private final Map<String, Integer> counted = new TreeMap<>();

    @Test
    void everyChangeToADecisionTableIsNoticed() throws IOException {
        nothingFailsBeforeAnythingIsChanged(selectClass(TABLES));
        for (var file : changed(".dmn")) {
            assertThat(noticedInTables(Change.none(file))).as("%s with nothing changed is noticed by", file).isNull();
            for (var change : Change.ofTable(file)) {
                judge(change, noticedInTables(change));
            }
        }
        noneIsLeft("target/changes-to-tables.txt");
    }

    @Test
    void everyChangeToADiagramIsNoticed() throws IOException {
        nothingFailsBeforeAnythingIsChanged(selectPackage("apws.procedure.trace"));
        taken.putAll(FlowRecorder.taken());
        taken.values().forEach(tests -> tests.forEach(test -> elementsOfTest.merge(test, 1, Integer::sum)));
        for (var file : changed(".bpmn")) {
            noticedBefore.clear();
            for (var change : Change.ofDiagram(file)) {
                judge(change, noticedInDiagram(change));
            }
        }
        noneIsLeft("target/changes-to-diagrams.txt");
    }

    private void noneIsLeft(String file) throws IOException {
        counted.forEach((changed, changes) -> report.add("%-36s %3d changes".formatted(changed, changes)));
        report.add("%d changes, %d not noticed".formatted(counted.values().stream().mapToInt(Integer::intValue).sum(), unnoticed.size()));
        Files.write(Path.of(file), report);

        assertThat(unnoticed).as("changes that no test noticed (all changes: %s)", file).isEmpty();
    }

    private static void nothingFailsBeforeAnythingIsChanged(DiscoverySelector selected) {
        var all = run(selected);
        assertThat(all.getFailures().stream().map(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()))
                .as("tests that fail before anything is changed").isEmpty();
        assertThat(all.getTestsSucceededCount()).isGreaterThan(20);
    }

    private void judge(Change change, String noticed) {
        counted.merge(change.file(), 1, Integer::sum);
        if (noticed == null) {
            unnoticed.add(change);
        }
        report.add("%s  [%s]".formatted(change, noticed == null ? "NOT NOTICED" : "noticed by " + noticed));
    }

    private String noticedInTables(Change change) throws IOException {
        var folder = Files.createTempDirectory("tables");
        for (var table : files(".dmn")) {
            Files.copy(table, folder.resolve(table.getFileName()));
        }
        Files.writeString(folder.resolve(change.file()), change.changed());
        System.setProperty("apws.tables", folder.toString());
        try {
            return failing(selectClass(TABLES));
        } finally {
            System.clearProperty("apws.tables");
        }
    }

    private String noticedInDiagram(Change change) throws IOException {
        var repository = TownSettings.running().getRepositoryService();
        var deployed = deploy(repository, change.file(), change.changed());
        try {
            for (var test : testsThatComeBy(change)) {
                var failing = failing(test);
                if (failing != null) {
                    return failing;
                }
            }
            return null;
        } finally {
            repository.deleteDeployment(deployed, true, true, true);
        }
    }

    private static String deploy(RepositoryService repository, String file, String text) {
        return repository.createDeployment().name("a change").addString(file, text).deploy().getId();
    }

    /** Those that have noticed changes to this diagram first, then those that come by few other places: they are short, and about this one. */
    private List<DiscoverySelector> testsThatComeBy(Change change) {
        var process = change.file().replace(".bpmn", "");
        var tests = new LinkedHashSet<String>();
        change.elements().forEach(element -> tests.addAll(taken.getOrDefault(FlowRecorder.key(process, element), Set.of())));
        tests.removeIf(test -> !test.startsWith("["));
        if (tests.isEmpty()) {
            return List.of(selectClass(AS_A_WHOLE));
        }
        return tests.stream().sorted(Comparator.comparing((String test) -> -noticedBefore.getOrDefault(test, 0)).thenComparing(elementsOfTest::get))
                .map(test -> (DiscoverySelector) selectUniqueId(test)).toList();
    }

    /** The name of the first test that fails; null when none does. */
    private String failing(DiscoverySelector selected) {
        var summary = run(selected);
        if (summary.getFailures().isEmpty()) {
            return null;
        }
        var test = summary.getFailures().get(0).getTestIdentifier();
        noticedBefore.merge(test.getUniqueId(), 1, Integer::sum);
        return test.getLegacyReportingName();
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
