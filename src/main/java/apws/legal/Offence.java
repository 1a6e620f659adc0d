package apws.legal;

/** Education Act 1996 s.444: a pupil of compulsory school age fails to attend regularly. */
public enum Offence {

    S444_1("Education Act 1996 s.444(1)", "Failure to secure regular attendance at school, section 444(1) Education Act 1996"),
    /** The parent knows of it and fails to act. */
    S444_1A("Education Act 1996 s.444(1A)", "Knowing of the failure and not acting, section 444(1A) Education Act 1996");

    private final String inWords;
    private final String inOrdinaryWords;

    Offence(String inWords, String inOrdinaryWords) {
        this.inWords = inWords;
        this.inOrdinaryWords = inOrdinaryWords;
    }

    public String inWords() {
        return inWords;
    }

    /** What it is, then Act and section: for those who do not know the Act. */
    public String inOrdinaryWords() {
        return inOrdinaryWords;
    }
}
