package apws.letter;

import apws.letter.LetterContent.Addressee;
import apws.letter.LetterKind.Audience;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.School;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who gets a letter: every parent at that parent's own address, unless nobody may write there; or the school, or the service. */
@Component
public class Recipients {

    /** The parents of a pupil: those who are written to, and those who are not. */
    public record Found(List<Parent> written, List<Withheld> withheld) {
    }

    private final Parents parents;
    private final Authority authority;

    Recipients(Parents parents, Authority authority) {
        this.parents = parents;
        this.authority = authority;
    }

    /** All parents of the pupil. */
    public Found of(long pupilId) {
        return sort(parents.of(pupilId).stream().map(ParentOfPupil::parent).toList());
    }

    /**
     * Those parents of the pupil alone whom {@code chosen} names. One who is the pupil's parent no longer gets no letter but of an own matter.
     *
     * @param chosen parents' ids: a list, one of them, or text with commas between them
     * @throws IllegalArgumentException naming one who is no parent of the pupil
     */
    Found of(long pupilId, Object chosen, boolean ownMatter) {
        var keys = keys(chosen).distinct().toList();
        var now = sort(called(parents.of(pupilId), keys));
        if (now.written().size() + now.withheld().size() == keys.size()) {
            return now;
        }
        var ever = called(parents.everOf(pupilId), keys);
        keys.stream().filter(key -> ever.stream().noneMatch(parent -> key.equals(parent.id().toString()))).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("recipients: %s is no parent of pupil %d".formatted(key, pupilId));
        });
        if (ownMatter) {
            return sort(ever);
        }
        var withheld = new ArrayList<>(now.withheld());
        ever.stream().filter(parent -> parents.until(pupilId, parent.id()).isPresent())
                .forEach(parent -> withheld.add(new Withheld(parent.id(), parent.name(), "no longer the pupil’s parent")));
        return new Found(now.written(), withheld);
    }

    private static List<Parent> called(List<ParentOfPupil> of, List<String> keys) {
        return keys.stream().flatMap(key -> of.stream().map(ParentOfPupil::parent).filter(parent -> key.equals(parent.id().toString())))
                .toList();
    }

    Addressee parent(Parent parent) {
        var address = lines(parent.address());
        address.add(parent.postcode().strip());
        var greeting = (parent.title().isBlank() ? parent.firstName() : parent.title()) + " " + parent.lastName();
        return new Addressee(Audience.PARENTS, parent.id(), parent.name(), greeting, address);
    }

    Addressee school(School school) {
        var address = lines(school.address());
        address.add(0, school.name());
        var name = school.attendanceLead().isBlank() ? school.headteacher() : school.attendanceLead();
        return new Addressee(Audience.SCHOOL, null, name, name, address);
    }

    Addressee service() {
        var address = new ArrayList<>(authority.address());
        address.add(0, authority.name());
        return new Addressee(Audience.SERVICE, null, authority.serviceName(), "colleague", address);
    }

    Addressee legalServices() {
        return new Addressee(Audience.LEGAL, null, authority.legalServices().name(), "colleague", authority.legalServices().address());
    }

    private static Found sort(List<Parent> chosen) {
        var written = new ArrayList<Parent>();
        var withheld = new ArrayList<Withheld>();
        for (var parent : chosen) {
            var why = whyNot(parent);
            if (why.isPresent()) {
                withheld.add(new Withheld(parent.id(), parent.name(), why.get()));
            } else {
                written.add(parent);
            }
        }
        return new Found(written, withheld);
    }

    /** Why a parent gets no letter, in words; empty for one who does. */
    public static Optional<String> whyNot(Parent parent) {
        return parent.doNotContactReason() == null ? whyUnreachable(parent)
                : Optional.of("marked “do not contact” (%s; authorised by %s)".formatted(parent.doNotContactReason(),
                        parent.doNotContactAuthorisedBy()));
    }

    /** Why no letter can go to a parent whom we may write to, in words; empty where one can. */
    public static Optional<String> whyUnreachable(Parent parent) {
        if (parent.address().isBlank() || parent.postcode().isBlank()) {
            return Optional.of("no usable address is known");
        }
        var printed = parent.name() + parent.address() + parent.postcode();
        return Typeface.canPrint(printed) ? Optional.empty()
                : Optional.of("name or address has letters that cannot be printed (%s): write them in Latin letters, or write to this parent by hand"
                        .formatted(String.join(", ", Typeface.unprintable(printed))));
    }

    private static Stream<String> keys(Object chosen) {
        var many = chosen instanceof Collection<?> some ? some : List.of(chosen.toString().split(","));
        return many.stream().map(Object::toString).map(String::strip).filter(key -> !key.isEmpty());
    }

    private static ArrayList<String> lines(String address) {
        var lines = new ArrayList<String>();
        address.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(lines::add);
        return lines;
    }
}
