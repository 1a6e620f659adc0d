package apws.procedure;

import apws.casework.Entries;
import apws.casework.Entry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms that are about one parent: each keeps whom it is about in its field {@code suspectId}. */
@Component
public class ParentEntries {

    private final Entries entries;

    ParentEntries(Entries entries) {
        this.entries = entries;
    }

    public Optional<Entry> latest(String caseReference, String form, long parentId) {
        return entries.of(caseReference).stream().filter(entry -> entry.form().equals(form))
                .filter(entry -> entry.data().path("suspectId").asLong() == parentId).reduce((earlier, later) -> later);
    }

    /** What was just filled in about the parent whom a step is about (variable {@code parentId}). */
    public Entry just(Given given, String form) {
        return latest(given.caseReference(), form, given.number("parentId")).orElseThrow();
    }
}
