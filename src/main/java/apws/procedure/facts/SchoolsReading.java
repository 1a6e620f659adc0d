package apws.procedure.facts;

import apws.access.Viewer;
import apws.casework.Cases;
import apws.casework.Entry;
import apws.casework.RecordReaders;
import apws.casework.RecordReaders.Reading;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Of a case's letters and entries, those that a school reads of its own case wherever it asks; the council is shown what its task is about. */
@Component
class SchoolsReading {

    private final Viewer viewer;
    private final Cases cases;
    private final RecordReaders readers;

    SchoolsReading(Viewer viewer, Cases cases, RecordReaders readers) {
        this.viewer = viewer;
        this.cases = cases;
        this.readers = readers;
    }

    /** By the letters' codes. */
    Predicate<String> letters(String caseReference) {
        return reads(caseReference, reading -> reading::ofLetter);
    }

    Predicate<Entry> entries(String caseReference) {
        return reads(caseReference, reading -> reading::ofEntry);
    }

    private <T> Predicate<T> reads(String caseReference, Function<Reading, Predicate<T>> part) {
        if (viewer.maySeeEverySchool()) {
            return any -> true;
        }
        return cases.find(caseReference).flatMap(readers::of).map(part).orElse(any -> false);
    }
}
