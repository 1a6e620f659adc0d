package apws.demo;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** What part of all possible sessions bears each mark in each kind of school, from published figures. */
final class MarkShares {

    private static final String POSSIBLE = "possible";

    private final Map<Phase, Map<String, Double>> shares = new EnumMap<>(Phase.class);

    private MarkShares() {
    }

    static MarkShares published() {
        var counts = new HashMap<String, Map<Phase, Long>>();
        try (var csv = CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new ClassPathResource("demo/sessions-by-mark.csv").getInputStream())) {
            csv.forEach(row -> {
                var byPhase = new EnumMap<Phase, Long>(Phase.class);
                for (var phase : Phase.values()) {
                    byPhase.put(phase, Long.valueOf(row.getField(phase.name().toLowerCase(Locale.ROOT))));
                }
                counts.put(row.getField("mark"), byPhase);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var made = new MarkShares();
        for (var phase : Phase.values()) {
            double possible = counts.get(POSSIBLE).get(phase);
            var ofPhase = new HashMap<String, Double>();
            counts.forEach((mark, byPhase) -> ofPhase.put(mark, byPhase.get(phase) / possible));
            ofPhase.remove(POSSIBLE);
            made.shares.put(phase, ofPhase);
        }
        return made;
    }

    Set<String> marks() {
        return shares.get(Phase.PRIMARY).keySet();
    }

    /** From 0 to 1. */
    double of(String mark, Phase phase) {
        return shares.get(phase).get(mark);
    }
}
