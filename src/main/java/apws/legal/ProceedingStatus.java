package apws.legal;

public enum ProceedingStatus {

    APPROVED("approved"),
    SUBMITTED("with Legal Services"),
    /** Information laid or charge issued. */
    CHARGED("charged"),
    /** A court, or a withdrawal or discontinuance, has ended it. */
    CONCLUDED("concluded"),
    /** By Legal Services. */
    DECLINED("declined by Legal Services"),
    /** The case ended before a charge. */
    DROPPED("dropped");

    private final String inWords;

    ProceedingStatus(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }

    public boolean beforeCharge() {
        return this == APPROVED || this == SUBMITTED;
    }

    public boolean open() {
        return beforeCharge() || this == CHARGED;
    }
}
