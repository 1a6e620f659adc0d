package apws.pupil;

/**
 * A parent in the sense of Education Act 1996 s.576.
 *
 * @param reference              the school system's key
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
        return doNotContactReason == null && !address.isBlank();
    }
}
