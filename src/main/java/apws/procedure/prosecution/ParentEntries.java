package apws.procedure.prosecution;

import apws.casework.Entries;
import apws.casework.Entry;
import apws.procedure.answers.AboutOneParent;
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
    public <T extends Record & AboutOneParent> Optional<Entry> newest(String caseReference, Class<T> answers, long parentId, String notice) {
        return newest(caseReference, answers, said -> Long.valueOf(parentId).equals(said.suspectId()) && isFor(notice, said.noticeNumber()));
    }

    /** The evidence as it was put together against the parent, for this prosecution (S4-03). */
    public Optional<Entry> prepared(String caseReference, long parentId, String notice) {
        return newest(caseReference, EvidencePrepared.class,
                said -> prosecuted(said, parentId).isPresent() && isFor(notice, said.noticeNumber()));
    }

    /** What the evidence says of that parent alone. */
    public static Optional<EvidencePrepared.OfParent> prosecuted(EvidencePrepared prepared, long parentId) {
        return prepared.prosecutions().stream().filter(row -> row.parentId() == parentId).findFirst();
    }

    private static boolean isFor(String notice, String said) {
        return said.equals(notice == null ? "" : notice);
    }

    private <T extends Record> Optional<Entry> newest(String caseReference, Class<T> answers, Predicate<T> about) {
        return entries.of(caseReference).stream().filter(entry -> entry.isOn(answers) && about.test(entry.as(answers)))
                .reduce((earlier, later) -> later);
    }
}
