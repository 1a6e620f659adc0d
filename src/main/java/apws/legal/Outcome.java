package apws.legal;

/** What became of a charge (S4-10). */
public enum Outcome {

    GUILTY_PLEA("guilty plea", true, true),
    FOUND_GUILTY("found guilty", true, true),
    PROVED_IN_ABSENCE("proved in absence", true, true),
    /** Of s.444(1) instead of (1A). */
    GUILTY_OF_S444_1_INSTEAD("guilty of the less serious offence, section 444(1) instead of section 444(1A)", true, true),
    /** Dismissed and no evidence offered among it. */
    NOT_GUILTY("not guilty", false, true),
    WITHDRAWN("withdrawn", false, false),
    DISCONTINUED("discontinued", false, false),
    OTHER("another disposal", false, true);

    private final String inWords;
    private final boolean guilty;
    private final boolean decides;

    Outcome(String inWords, boolean guilty, boolean decides) {
        this.inWords = inWords;
        this.guilty = guilty;
        this.decides = decides;
    }

    public String inWords() {
        return inWords;
    }

    public boolean guilty() {
        return guilty;
    }

    /** Whether the court has decided on the sessions; otherwise they are as they were before the prosecution. */
    boolean decides() {
        return decides;
    }
}
