package apws.casework;

import apws.casework.RecordReaders.Reading;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The record of a case, to each reader the parts that are theirs to read. */
@RestController
class CaseController {

    private final Cases cases;
    private final Chronology chronology;
    private final Entries entries;
    private final Plans plans;
    private final RecordReaders readers;

    CaseController(Cases cases, Chronology chronology, Entries entries, Plans plans, RecordReaders readers) {
        this.cases = cases;
        this.chronology = chronology;
        this.entries = entries;
        this.plans = plans;
        this.readers = readers;
    }

    record CaseRecord(Case of, List<ChronologyLine> chronology, List<Plan> plans, List<Entry> entries) {
    }

    /** What is recorded in the case, in the order in which it happened. 404 where there is no such case, or nothing of it that is theirs. */
    @GetMapping("/api/cases/{reference}")
    CaseRecord record(@PathVariable String reference) {
        var of = cases.find(reference);
        var reading = of.flatMap(readers::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case %s that you may see.".formatted(reference)));
        var all = entries.of(reference);
        return new CaseRecord(of.get(), chronology.of(reference).stream().filter(reading::ofLine).toList(), plans(reference, all, reading),
                all.stream().filter(reading::ofEntry).toList());
    }

    /** With the entries that they were agreed in. */
    private List<Plan> plans(String reference, List<Entry> all, Reading reading) {
        Map<Long, Entry> byId = all.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        return plans.of(reference).stream()
                .filter(plan -> byId.containsKey(plan.entryId()) ? reading.ofEntry(byId.get(plan.entryId())) : reading.ofLetter(plan.code()))
                .toList();
    }
}
