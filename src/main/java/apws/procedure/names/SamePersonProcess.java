package apws.procedure.names;

/** What Java and the diagram {@code same-person} both name: two records that may be one person's. */
public final class SamePersonProcess {

    public static final String PROCESS = "same-person";

    private SamePersonProcess() {
    }
}
