package apws.legal;

/** Why a penalty notice may come inside a period that a letter gave the parent, where the letter named it (settlement 14). */
public enum EarlyGround {

    FURTHER_SESSION("a further session was missed without leave"),
    SUPPORT_REFUSED("support was refused"),
    TERM_TIME_LEAVE("leave was taken in term time"),
    WOULD_EXPIRE("a session would be too old for a court afterwards");

    private final String inWords;

    EarlyGround(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
