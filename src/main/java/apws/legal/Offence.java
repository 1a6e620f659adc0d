package apws.legal;

/** Education Act 1996 s.444: a pupil of compulsory school age fails to attend regularly. */
public enum Offence {

    S444_1("Education Act 1996 s.444(1)"),
    /** The parent knows of it and fails to act. */
    S444_1A("Education Act 1996 s.444(1A)");

    private final String inWords;

    Offence(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
