package apws.register;

/** Half a school day. */
public enum Session {
    AM, PM
}
