package apws.pupil;

import apws.imports.FileReader;
import apws.imports.ImportResult;
import apws.imports.ImportSettings;
import apws.imports.NotSent;
import apws.imports.Rejections;
import apws.imports.Sender;
import apws.imports.SmallFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Parents as CSV, a row for each parent of each pupil: {@code Reference,UPN,Relationship,LivesWithPupil,Title,Forename,Surname,Address,
 * Postcode,AddressConfidential,Telephone,Email,Language,DoNotContactReason,DoNotContactAuthorisedBy,Until,LAEstab}. The lines of an address
 * are separated by line ends or by {@code |}. A parent is brought up to date by the reference, the key of the school's system, which is
 * that school's own: the school is the pupil's, whoever sends the file, and {@code LAEstab} can name it to be sure. {@code Until} is the
 * last day on which somebody is the pupil's parent.
 *
 * <p>A column that the file does not have changes nothing. An empty field clears what is held, but for three: an address is confidential until
 * {@code AddressConfidential} says no, a language stays, and a parent not to be contacted is contacted again only where {@code DoNotContactReason}
 * is empty and {@code DoNotContactAuthorisedBy} says who decided that.
 */
@Component
public class ParentFiles implements FileReader {

    private final SmallFiles files;
    private final Parents parents;
    private final Pupils pupils;
    private final NotSent notSent;

    ParentFiles(SmallFiles files, Parents parents, Pupils pupils, NotSent notSent) {
        this.files = files;
        this.parents = parents;
        this.pupils = pupils;
        this.notSent = notSent;
    }

    public ImportResult read(String fileName, InputStreamSource content, Sender sender) {
        return read(fileName, content, sender, false);
    }

    @Override
    public String kind() {
        return "parents";
    }

    /** @param whole the file has everybody of each school that it names: whoever is missing is listed for a person */
    @Override
    public ImportResult read(String fileName, InputStreamSource content, Sender sender, boolean whole) {
        return files.read("parents", fileName, content, sender, (rejections, settings) -> new Rows(rejections, settings, sender, whole));
    }

    /** A reference names somebody only together with the school whose it is. */
    private record Key(String schoolCode, String reference) {
    }

    /** A parent of a pupil, as a row says. */
    record Row(Key key, Parent parent, Pupil pupil, Parents.Link link) {
    }

    private static final Parent UNKNOWN = new Parent(null, "", "", "", "", "", "", false, "", "", "English", null, null);

    private class Rows extends SmallFiles.CountedRows<ParentFiles.Row> {

        private final Sender sender;
        private final boolean whole;
        private final Map<String, Pupil> pupilsByUpn = pupils.byEveryUpn();
        /** As the schools last sent them. */
        private final Map<Key, Parent> held = new HashMap<>();
        private final Map<Long, Map<Long, Parents.Link>> links = parents.links();
        private final Set<Key> brought = new HashSet<>();
        private final NotSent.Seen seen = new NotSent.Seen();

        Rows(Rejections rejections, ImportSettings settings, Sender sender, boolean whole) {
            super(rejections, settings, "Reference", "UPN", "Relationship", "Surname", "Address", "Postcode");
            this.sender = sender;
            this.whole = whole;
            parents.sent().forEach(sent -> held.put(new Key(sent.schoolCode(), sent.parent().reference()), sent.parent()));
        }

        @Override
        protected Row read() {
            var reference = key("Reference");
            var pupil = pupilsByUpn.get(upn());
            if (pupil == null) {
                throw new BadRow("no pupil has the UPN " + Rejections.shown(text("UPN")));
            }
            var school = pupil.schoolCode();
            if (!sender.sendsFor(school)) {
                throw new BadRow("a school not its own");
            }
            if (!text("LAEstab").isEmpty() && !school("LAEstab").equals(school)) {
                throw new BadRow("the pupil is not at the school LAEstab " + Rejections.shown(text("LAEstab")));
            }
            var key = new Key(school, reference);
            var before = held.get(key);
            var old = before == null || isSomebodyElse(pupil, before) ? null : before;
            if (old != null) {
                seen.add(school, pupil.id(), old.id());
            }
            return new Row(key, parent(reference, old == null ? UNKNOWN : old), pupil,
                    link(old == null ? null : links.getOrDefault(old.id(), Map.of()).get(pupil.id())));
        }

        /** A school that changes its system uses references again: another name, for a pupil whose parent the held person is not. */
        private boolean isSomebodyElse(Pupil pupil, Parent held) {
            return !links.getOrDefault(held.id(), Map.of()).containsKey(pupil.id()) && !text("Surname").equalsIgnoreCase(held.lastName())
                    && has("Forename") && !text("Forename").equalsIgnoreCase(held.firstName());
        }

        private Parent parent(String reference, Parent old) {
            var parent = new Parent(old.id(), reference, text("Title", old.title()), text("Forename", old.firstName()), needed("Surname"),
                    lines("Address"), text("Postcode"), yesUntilNo("AddressConfidential", old.addressConfidential()),
                    text("Telephone", old.telephone()), text("Email", old.email()), textOr("Language", old.language()),
                    doNotContactReason(old), textOrNull("DoNotContactAuthorisedBy", old.doNotContactAuthorisedBy()));
            if (parent.doNotContactReason() != null && parent.doNotContactAuthorisedBy() == null) {
                throw new BadRow("DoNotContactReason without DoNotContactAuthorisedBy: say who decided so");
            }
            return parent;
        }

        /** Nobody is contacted again because a field is empty: who has lifted it is named. */
        private String doNotContactReason(Parent old) {
            return text("DoNotContactReason").isEmpty() && (old.doNotContactReason() == null || !has("DoNotContactReason")
                    || text("DoNotContactAuthorisedBy").isEmpty()) ? old.doNotContactReason() : textOrNull("DoNotContactReason", null);
        }

        /** What a person has ended stays ended. */
        private Parents.Link link(Parents.Link old) {
            var byHand = old != null && old.endedByHand();
            return new Parents.Link(needed("Relationship"), yes("LivesWithPupil", old != null && old.livesWithPupil()),
                    byHand ? old.until() : dateOrNull("Until", old == null ? null : old.until()), byHand);
        }

        @Override
        protected Map<String, Object> says(Row row) {
            var parent = "the parent %s of the school %s".formatted(row.key().reference(), row.key().schoolCode());
            return Map.of(parent, row.parent(), parent + " for the pupil " + row.pupil().upn(), row.link());
        }

        @Override
        protected void take(Row row) {
            var isNew = !brought.contains(row.key()) && row.parent().id() == null;
            var changed = save(row.key(), row.parent());
            changed |= link(row);
            seen.add(row.key().schoolCode(), row.pupil().id(), held.get(row.key()).id());
            count(isNew, changed);
        }

        /**
         * Who is to be protected by one of the rows is, and nobody is written to at an address that another row denies; a parent not known before
         * has none until a file says the same in all its rows.
         */
        @Override
        protected void contradicting(List<Row> rows) {
            var key = rows.get(0).key();
            var said = rows.get(0).parent();
            var isNew = said.id() == null;
            var like = isNew ? said : held.get(key);
            var same = rows.stream().allMatch(row -> sameAddress(row.parent(), said));
            var forbids = rows.stream().map(Row::parent).filter(parent -> parent.doNotContactReason() != null).findFirst().orElse(like);
            save(key, new Parent(like.id(), like.reference(), like.title(), like.firstName(), like.lastName(),
                    isNew && !same ? "" : like.address(), isNew && !same ? "" : like.postcode(),
                    like.addressConfidential() || rows.stream().anyMatch(row -> row.parent().addressConfidential()), like.telephone(), like.email(),
                    like.language(), forbids.doNotContactReason(), forbids.doNotContactAuthorisedBy()));
            rows.stream().filter(row -> !links.getOrDefault(held.get(key).id(), Map.of()).containsKey(row.pupil().id())).forEach(this::link);
            rows.forEach(row -> seen.add(key.schoolCode(), row.pupil().id(), held.get(key).id()));
        }

        @Override
        protected void end() {
            if (whole) {
                notSent.parents(seen);
            }
        }

        private boolean sameAddress(Parent one, Parent other) {
            return one.address().equals(other.address()) && one.postcode().equals(other.postcode());
        }

        private boolean save(Key key, Parent parent) {
            // one that an earlier row of the file has brought has an id by now
            var old = parent.id() != null || brought.contains(key) ? held.get(key) : null;
            brought.add(key);
            if (old == null) {
                held.put(key, parent.withId(parents.add(key.schoolCode(), parent).id()));
                return true;
            }
            var sent = parent.withId(old.id());
            if (sent.equals(old)) {
                return false;
            }
            parents.bring(key.schoolCode(), old, sent);
            held.put(key, sent);
            return true;
        }

        private boolean link(Row row) {
            var parent = held.get(row.key());
            var theirs = links.computeIfAbsent(parent.id(), id -> new HashMap<>());
            if (row.link().equals(theirs.put(row.pupil().id(), row.link()))) {
                return false;
            }
            parents.link(row.pupil().id(), parent.id(), row.link().relationship(), row.link().livesWithPupil());
            parents.linkUntil(row.pupil().id(), parent.id(), row.link().until());
            return true;
        }

        private String textOrNull(String name, String held) {
            return text(name).isEmpty() ? held : text(name);
        }
    }
}
