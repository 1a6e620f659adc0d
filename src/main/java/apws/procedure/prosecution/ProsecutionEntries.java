package apws.procedure.prosecution;

import apws.casework.Entries;
import apws.casework.Entry;
import apws.procedure.CaseFacts;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The forms that belong to one parent's prosecution, each by the entry that its task handed on as a variable of the process (S4-03 to S4-06). */
@Component
class ProsecutionEntries {

    private final Entries entries;

    ProsecutionEntries(Entries entries) {
        this.entries = entries;
    }

    /**
     * @param name the variable, see {@code apws.procedure.names}
     * @return empty where that task has not been done
     * @throws IllegalStateException where the entry is of another case: who may read this one may not read that
     */
    Optional<Entry> handedOn(Map<String, Object> variables, String name) {
        if (variables.get(name) == null) {
            return Optional.empty();
        }
        var entry = entries.get(CaseFacts.number(variables, name));
        if (!entry.caseReference().equals(CaseFacts.reference(variables))) {
            throw new IllegalStateException("Entry %d is not of the case that is shown".formatted(entry.id()));
        }
        return Optional.of(entry);
    }
}
