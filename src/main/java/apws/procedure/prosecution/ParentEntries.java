package apws.procedure.prosecution;

import apws.casework.Entries;
import apws.casework.Entry;
import apws.procedure.answers.EvidencePrepared;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The forms that are about one parent: each keeps whom it is about in its field {@code suspectId}, and where it belongs to the prosecution of
 * an unpaid notice, the notice's number in {@code noticeNumber}. One parent may have that and another prosecution at once.
 */
@Component
public class ParentEntries {

    private final Entries entries;

    ParentEntries(Entries entries) {
        this.entries = entries;
    }

    /** @param notice the number of the unpaid notice that is prosecuted; null for what belongs to none */
    public Optional<Entry> newest(String caseReference, String form, long parentId, String notice) {
        return newest(caseReference, form, notice, entry -> entry.data().path("suspectId").asLong() == parentId);
    }

    /** The evidence as it was put together against the parent, for this prosecution (S4-03). */
    public Optional<Entry> prepared(String caseReference, long parentId, String notice) {
        return newest(caseReference, "prepare-prosecution", notice, entry -> prosecuted(entry.as(EvidencePrepared.class), parentId).isPresent());
    }

    /** What the evidence says of that parent alone. */
    public static Optional<EvidencePrepared.OfParent> prosecuted(EvidencePrepared prepared, long parentId) {
        return prepared.prosecutions().stream().filter(row -> row.parentId() == parentId).findFirst();
    }

    private Optional<Entry> newest(String caseReference, String form, String notice, Predicate<Entry> about) {
        return entries.of(caseReference).stream().filter(entry -> entry.form().equals(form) && about.test(entry))
                .filter(entry -> entry.text("noticeNumber").equals(notice == null ? "" : notice)).reduce((earlier, later) -> later);
    }
}
