package apws.procedure.names;

/** What Java and the diagram {@code who-left} both name: who has left one school. */
public final class WhoLeftProcess {

    public static final String PROCESS = "who-left";
    /** Who says it; null for a list that a file has left out. */
    public static final String SAID_BY = "leavingSaidBy";

    private WhoLeftProcess() {
    }
}
