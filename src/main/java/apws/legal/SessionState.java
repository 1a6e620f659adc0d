package apws.legal;

/** Where an unauthorised session stands against one parent (settlement 15). */
public enum SessionState {

    FREE("free"),
    /** In a notice that is not paid, not withdrawn and not yet before a court. */
    UNDER_NOTICE("under notice"),
    /** The notice was paid. */
    DISCHARGED("discharged"),
    /** The notice was withdrawn: nobody is prosecuted for it, unless a corrected notice given with the withdrawal is not paid. */
    BARRED("barred"),
    CHARGED("charged"),
    /** A court has decided. */
    DECIDED("decided"),
    /** The last day for a charge has passed. */
    EXPIRED("expired"),
    /** The register has another mark now than when it was used. */
    CORRECTED("corrected");

    private final String inWords;

    SessionState(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
