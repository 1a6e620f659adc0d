package apws.procedure.gate;

import apws.casework.Cases;
import apws.casework.Entry;
import apws.casework.RecordReaders;
import apws.casework.RecordReaders.Reading;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Of a case's letters and entries, those that whoever looks may read of it, wherever they ask. */
@Component
public class ReadableRecord {

    private final Cases cases;
    private final RecordReaders readers;

    ReadableRecord(Cases cases, RecordReaders readers) {
        this.cases = cases;
        this.readers = readers;
    }

    /** By the letters' codes. */
    public Predicate<String> letters(String caseReference) {
        return reads(caseReference, reading -> reading::ofLetter);
    }

    public Predicate<Entry> entries(String caseReference) {
        return reads(caseReference, reading -> reading::ofEntry);
    }

    private <T> Predicate<T> reads(String caseReference, Function<Reading, Predicate<T>> part) {
        return cases.find(caseReference).flatMap(readers::of).map(part).orElse(any -> false);
    }
}
