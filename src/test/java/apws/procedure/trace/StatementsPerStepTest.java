package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What each step of a case may cost in SQL statements at most, by the table {@code statements-per-step.csv}: a step that has grown dearer is
 * noticed when it does. {@code mvn test -Dtest=StatementsPerStepTest -DlowerStatements} brings the table down to what was counted. Each case
 * goes its way twice, first uncounted, so that diagrams, tables and forms are in the engine's caches, and every pupil has two parents. What
 * was found stands in {@code target/statements-per-step.csv}, and in {@code target/statements-repeated.txt} what each step sends more than
 * once. Screening is counted by the thousand pupils, where it is tested.
 */
class StatementsPerStepTest extends CountedWays {

    private static final Path TABLE = Path.of("src", "test", "resources", "statements-per-step.csv");

    @Autowired
    private StatementCount statements;

    @Test
    void noStepCostsMoreStatementsThanTheTableSays() throws IOException {
        var uncounted = new StepCosts(town, statements, registers, entries, toTray);
        var costs = new StepCosts(town, statements, registers, entries, toTray);
        for (var way : ways()) {
            way.accept(uncounted);
            town.isCleared();
            way.accept(costs);
            town.isCleared();
        }
        write("statements-per-step.csv", Stream.concat(Stream.of(StepCost.HEADING), costs.found().stream().map(StepCost::toString)));
        write("statements-repeated.txt", costs.found().stream().map(cost -> cost + "\n" + cost.repeated().indent(4)));
        costs.found().forEach(cost -> System.out.printf("%-12s %-36s %5s %5d %3d%n", cost.step(), cost.what(),
                cost.toOpen() == null ? "" : cost.toOpen(), cost.toComplete(), cost.transactions()));

        if (System.getProperty("lowerStatements") != null) {
            Files.write(TABLE, costs.lowered(TABLE));
        }
        assertThat(costs.against(TABLE)).as("steps that cost more than %s allows", TABLE).isEmpty();
    }

    private static void write(String file, Stream<String> lines) throws IOException {
        Files.write(Path.of("target", file), lines.toList());
    }
}
