package apws.register;

/** Half a school day. */
public enum Session {
    AM, PM;

    public String inWords() {
        return this == AM ? "morning" : "afternoon";
    }
}
