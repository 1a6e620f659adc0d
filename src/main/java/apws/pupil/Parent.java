package apws.pupil;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * A parent in the sense of Education Act 1996 s.576.
 *
 * @param reference              under which somebody was first sent: the key of one school's system, which names nobody by itself
 * @param address                lines separated by line ends; empty when unknown
 * @param doNotContactReason     null for a parent who may be contacted
 */
public record Parent(Long id, String reference, String title, String firstName, String lastName, String address, String postcode,
                     boolean addressConfidential, String telephone, String email, String language, String doNotContactReason,
                     String doNotContactAuthorisedBy) {

    /** As on an envelope: {@code Ms A Surname}. */
    public String name() {
        var initial = firstName.isBlank() ? "" : firstName.substring(0, firstName.offsetByCodePoints(0, 1)) + " ";
        return (title.isBlank() ? "" : title + " ") + initial + lastName;
    }

    /** All ways in which people write the name, the longest first: {@code Ms Anna Surname}, {@code Ms A Surname}, {@code Anna Surname}, {@code Ms Surname}. */
    public List<String> names() {
        var names = new LinkedHashSet<String>();
        names.add((title + " " + firstName + " " + lastName).strip());
        names.add(name());
        names.add((firstName + " " + lastName).strip());
        if (!title.isBlank()) {
            names.add(title + " " + lastName);
        }
        return List.copyOf(names);
    }

    /** A usable address, and nobody has authorised "do not contact". */
    public boolean mayBeWrittenTo() {
        return doNotContactReason == null && !address.isBlank() && !postcode.isBlank();
    }

    Parent withId(Long id) {
        return new Parent(id, reference, title, firstName, lastName, address, postcode, addressConfidential, telephone, email, language,
                doNotContactReason, doNotContactAuthorisedBy);
    }
}
