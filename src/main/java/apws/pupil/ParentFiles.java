package apws.pupil;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Parents as CSV, a row for each parent of each pupil: {@code Reference,UPN,Relationship,LivesWithPupil,Title,Forename,Surname,Address,
 * Postcode,AddressConfidential,Telephone,Email,Language,DoNotContactReason,DoNotContactAuthorisedBy}. The lines of an address are separated
 * by line ends or by {@code |}. A parent is brought up to date by the reference, the school system's key.
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

    private class Rows extends SmallFiles.CountedRows {

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
        protected void take() {
            var reference = needed("Reference");
            var pupil = pupilsByUpn.get(upn());
            if (pupil == null) {
                throw new BadRow("no pupil has the UPN " + Rejections.shown(text("UPN")));
            }
            var old = held.get(reference);
            if (!sender.sendsFor(pupil.schoolCode()) || old != null && !old.links().isEmpty()
                    && old.links().keySet().stream().map(schools::get).noneMatch(sender::sendsFor)) {
                throw new BadRow("a school not its own");
            }
            var parent = new Parent(old == null ? null : old.parent().id(), reference, text("Title"), text("Forename"), needed("Surname"),
                    lines("Address"), text("Postcode"), yes("AddressConfidential"), text("Telephone"), text("Email"),
                    text("Language").isEmpty() ? "English" : text("Language"), nullIfEmpty("DoNotContactReason"),
                    nullIfEmpty("DoNotContactAuthorisedBy"));
            if (parent.doNotContactReason() != null && parent.doNotContactAuthorisedBy() == null) {
                throw new BadRow("DoNotContactReason without DoNotContactAuthorisedBy: say who decided so");
            }
            var link = new Parents.Link(needed("Relationship"), yes("LivesWithPupil"));
            var changed = old == null || !parent.equals(old.parent());
            if (changed) {
                parent = parents.save(parent);
            }
            var links = new HashMap<>(old == null ? Map.of() : old.links());
            if (!link.equals(links.put(pupil.id(), link))) {
                parents.link(pupil.id(), parent.id(), link.relationship(), link.livesWithPupil());
                changed = true;
            }
            held.put(reference, new Parents.Sent(asSent(parent), links));
            count(old == null, changed);
        }

        /** What the file says of the address, though another may stand. */
        private Parent asSent(Parent held) {
            return new Parent(held.id(), held.reference(), held.title(), held.firstName(), held.lastName(), lines("Address"),
                    text("Postcode"), held.addressConfidential(), held.telephone(), held.email(), held.language(),
                    held.doNotContactReason(), held.doNotContactAuthorisedBy());
        }

        private String nullIfEmpty(String name) {
            return text(name).isEmpty() ? null : text(name);
        }
    }
}
