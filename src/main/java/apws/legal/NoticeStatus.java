package apws.legal;

public enum NoticeStatus {

    ISSUED("issued, not yet served"),
    /** Its days run, or have ended and nobody has decided yet. */
    SERVED("served"),
    /** Discharged: the parent cannot be prosecuted for its sessions. */
    PAID("paid"),
    WITHDRAWN("withdrawn"),
    TO_BE_PROSECUTED("unpaid, to be prosecuted");

    private final String inWords;

    NoticeStatus(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }

    /** Neither paid nor withdrawn nor handed over to be prosecuted. */
    public boolean open() {
        return this == ISSUED || this == SERVED;
    }
}
