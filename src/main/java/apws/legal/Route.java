package apws.legal;

/** How proceedings begin (settlement 11). */
public enum Route {

    SUMMONS("summons"),
    REQUISITION("written charge and requisition"),
    /** Adults, s.444(1) only. */
    SINGLE_JUSTICE_PROCEDURE("Single Justice Procedure");

    private final String inWords;

    Route(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
