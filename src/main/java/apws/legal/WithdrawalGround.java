package apws.legal;

/** Why a notice is withdrawn (SI 2007/1867 reg 8). */
public enum WithdrawalGround {

    OUGHT_NOT_TO_HAVE_BEEN_ISSUED("it ought not to have been issued"),
    WRONG_PERSON("it ought not to have been issued to this person"),
    /** Its sessions can go into a corrected notice that is given with the withdrawal. */
    MATERIAL_ERROR("it contains a material error"),
    /** Only when its days have ended. */
    UNPAID_AND_NOT_PROSECUTED("it was not paid and the authority does not prosecute");

    private final String inWords;

    WithdrawalGround(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
