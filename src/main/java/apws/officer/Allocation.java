package apws.officer;

import java.time.LocalDate;

/**
 * Whose case it was, and how it became theirs (S2-04).
 *
 * @param officer        the officer's user id
 * @param caseloadBefore the officer's open cases before this one
 * @param to             the day on which it went to somebody else or was closed; null while it is theirs
 * @param reason         why by hand, or why it changed hands; null for a first allocation by the rule
 * @param handoverNote   what the officer before left word of; may be null
 * @param by             who allocated it: a user's id
 */
public record Allocation(String caseReference, String officer, Rule rule, int caseloadBefore, LocalDate from, LocalDate to, String reason,
                         String handoverNote, String by) {

    /** How an officer was found. */
    public enum Rule {

        PATCH("by the school's patch"), SMALLEST_CASELOAD("by the smallest caseload"), BY_HAND("by hand");

        private final String inWords;

        Rule(String inWords) {
            this.inWords = inWords;
        }

        public String inWords() {
            return inWords;
        }
    }
}
