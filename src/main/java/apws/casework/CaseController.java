package apws.casework;

import apws.access.Viewer;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The record of a case, for whoever may see its school's pupils. */
@RestController
class CaseController {

    private final Cases cases;
    private final Chronology chronology;
    private final Entries entries;
    private final Plans plans;
    private final Viewer viewer;

    CaseController(Cases cases, Chronology chronology, Entries entries, Plans plans, Viewer viewer) {
        this.cases = cases;
        this.chronology = chronology;
        this.entries = entries;
        this.plans = plans;
        this.viewer = viewer;
    }

    record CaseRecord(Case of, List<ChronologyLine> chronology, List<Plan> plans, List<Entry> entries) {
    }

    /** Everything recorded in the case, in the order in which it happened. 404 where there is no such case, 403 where it is another's. */
    @GetMapping("/api/cases/{reference}")
    CaseRecord record(@PathVariable String reference) {
        var of = cases.find(reference).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case " + reference));
        viewer.requireSchool(of.schoolCode());
        return new CaseRecord(of, chronology.of(reference), plans.of(reference), entries.of(reference));
    }
}
