package apws.legal;

import java.time.LocalDate;

/** An appeal, reopening or statutory declaration against a conviction. */
public record Challenge(Kind kind, LocalDate on, Result result, String inWords) {

    public enum Kind {
        APPEAL("appeal"), REOPENING("reopening"), STATUTORY_DECLARATION("statutory declaration");

        private final String inWords;

        Kind(String inWords) {
            this.inWords = inWords;
        }

        public String inWords() {
            return inWords;
        }
    }

    public enum Result {
        AWAITED("made"),
        CONVICTION_STANDS("the conviction stands"),
        /** Acquitted on appeal. */
        QUASHED("the conviction is quashed"),
        /** The conviction is set aside and the charge is before the court again. */
        HEARD_AGAIN("set aside, to be heard again");

        private final String inWords;

        Result(String inWords) {
            this.inWords = inWords;
        }

        public String inWords() {
            return inWords;
        }
    }
}
