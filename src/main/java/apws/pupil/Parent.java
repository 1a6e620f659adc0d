package apws.pupil;

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

    /** A usable address, and nobody has authorised "do not contact". */
    public boolean mayBeWrittenTo() {
        return doNotContactReason == null && !address.isBlank() && !postcode.isBlank();
    }

    Parent withId(Long id) {
        return new Parent(id, reference, title, firstName, lastName, address, postcode, addressConfidential, telephone, email, language,
                doNotContactReason, doNotContactAuthorisedBy);
    }
}
