package apws.demo;

/**
 * A parent in the sense of Education Act 1996 s.576.
 *
 * @param reference           the key under which the schools' systems know them
 * @param email               empty where they gave none
 * @param doNotContactReason  empty where they may be written to; likewise who authorised it
 */
record Carer(String reference, String title, String firstName, String lastName, Place home, boolean addressConfidential, String telephone,
             String email, String language, String doNotContactReason, String doNotContactAuthorisedBy) {

    /** What a carer is to the children of a family. */
    record Of(Carer carer, String relationship, boolean livesWithChild) {
    }
}
