package apws.pupil;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Parents as CSV, a row for each parent of each pupil: {@code Reference,UPN,Relationship,LivesWithPupil,Title,Forename,Surname,Address,
 * Postcode,AddressConfidential,Telephone,Email,Language,DoNotContactReason,DoNotContactAuthorisedBy}. The lines of an address are separated
 * by line ends or by {@code |}. A parent is brought up to date by the reference, the school system's key.
 *
 * <p>A column that the file does not have changes nothing. An empty field clears what is held, but for three: an address is confidential until
 * {@code AddressConfidential} says no, a language stays, and a parent not to be contacted is contacted again only where {@code DoNotContactReason}
 * is empty and {@code DoNotContactAuthorisedBy} says who decided that.
 */
@Component
public class ParentFiles {

    private final SmallFiles files;
    private final Parents parents;
    private final Pupils pupils;

    ParentFiles(SmallFiles files, Parents parents, Pupils pupils) {
        this.files = files;
        this.parents = parents;
        this.pupils = pupils;
    }

    public ImportResult read(String fileName, InputStreamSource content, Sender sender) {
        return files.read("parents", fileName, content, sender, (rejections, settings) -> new Rows(rejections, settings, sender));
    }

    /** A parent of a pupil, as a row says. */
    record Row(Parent parent, Pupil pupil, Parents.Link link) {
    }

    private static final Parent UNKNOWN = new Parent(null, "", "", "", "", "", "", false, "", "", "English", null, null);

    private class Rows extends SmallFiles.CountedRows<ParentFiles.Row> {

        private final Sender sender;
        private final Map<String, Pupil> pupilsByUpn = pupils.all().stream().collect(Collectors.toMap(Pupil::upn, Function.identity()));
        private final Map<Long, String> schools = pupilsByUpn.values().stream().collect(Collectors.toMap(Pupil::id, Pupil::schoolCode));
        private final Map<String, Parents.Sent> held = new HashMap<>();

        Rows(Rejections rejections, ImportSettings settings, Sender sender) {
            super(rejections, settings, "Reference", "UPN", "Relationship", "Surname", "Address", "Postcode");
            this.sender = sender;
            parents.sent().forEach(sent -> held.put(sent.parent().reference(), sent));
        }

        @Override
        protected Row read() {
            var reference = key("Reference");
            var pupil = pupilsByUpn.get(upn());
            if (pupil == null) {
                throw new BadRow("no pupil has the UPN " + Rejections.shown(text("UPN")));
            }
            var old = held.get(reference);
            if (!sender.sendsFor(pupil.schoolCode()) || old != null && !old.links().isEmpty()
                    && old.links().keySet().stream().map(schools::get).noneMatch(sender::sendsFor)) {
                throw new BadRow("a school not its own");
            }
            return new Row(parent(reference, old == null ? UNKNOWN : old.parent()), pupil, link(old == null ? null : old.links().get(pupil.id())));
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

        private Parents.Link link(Parents.Link old) {
            return new Parents.Link(needed("Relationship"), yes("LivesWithPupil", old != null && old.livesWithPupil()));
        }

        @Override
        protected Map<String, Object> says(Row row) {
            return Map.of("the parent " + row.parent().reference(), row.parent(),
                    "the parent %s of the pupil %s".formatted(row.parent().reference(), row.pupil().upn()), row.link());
        }

        @Override
        protected void take(Row row) {
            var old = held.get(row.parent().reference());
            var changed = save(row.parent());
            changed |= link(row);
            count(old == null, changed);
        }

        /**
         * Who is to be protected by one of the rows is, and nobody is written to at an address that another row denies; a parent not known before
         * has none until a file says the same in all its rows.
         */
        @Override
        protected void contradicting(List<Row> rows) {
            var said = rows.get(0).parent();
            var old = held.get(said.reference());
            var like = old == null ? said : old.parent();
            var same = rows.stream().allMatch(row -> sameAddress(row.parent(), said));
            var forbids = rows.stream().map(Row::parent).filter(parent -> parent.doNotContactReason() != null).findFirst().orElse(like);
            save(new Parent(like.id(), like.reference(), like.title(), like.firstName(), like.lastName(),
                    old == null && !same ? "" : like.address(), old == null && !same ? "" : like.postcode(),
                    like.addressConfidential() || rows.stream().anyMatch(row -> row.parent().addressConfidential()), like.telephone(), like.email(),
                    like.language(), forbids.doNotContactReason(), forbids.doNotContactAuthorisedBy()));
            rows.stream().filter(row -> !held.get(said.reference()).links().containsKey(row.pupil().id())).forEach(this::link);
        }

        private boolean sameAddress(Parent one, Parent other) {
            return one.address().equals(other.address()) && one.postcode().equals(other.postcode());
        }

        private boolean save(Parent parent) {
            var old = held.get(parent.reference());
            // one that an earlier row of the file has brought has an id by now
            if (old != null && as(old.parent().id(), parent, parent).equals(old.parent())) {
                return false;
            }
            var saved = parents.save(parent);
            held.put(parent.reference(), new Parents.Sent(as(saved.id(), saved, parent), old == null ? Map.of() : old.links()));
            return true;
        }

        private boolean link(Row row) {
            var known = held.get(row.parent().reference());
            var links = new HashMap<>(known.links());
            if (row.link().equals(links.put(row.pupil().id(), row.link()))) {
                return false;
            }
            parents.link(row.pupil().id(), known.parent().id(), row.link().relationship(), row.link().livesWithPupil());
            held.put(row.parent().reference(), new Parents.Sent(known.parent(), links));
            return true;
        }

        /** With what the file says of the address, though another may stand. */
        private static Parent as(Long id, Parent parent, Parent sent) {
            return new Parent(id, parent.reference(), parent.title(), parent.firstName(), parent.lastName(), sent.address(), sent.postcode(),
                    parent.addressConfidential(), parent.telephone(), parent.email(), parent.language(), parent.doNotContactReason(),
                    parent.doNotContactAuthorisedBy());
        }

        private String textOrNull(String name, String held) {
            return text(name).isEmpty() ? held : text(name);
        }
    }
}
