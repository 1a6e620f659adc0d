package apws.procedure.names;

/** What Java and the diagram {@code record-contact} both name: one contact. */
public final class RecordContactProcess {

    public static final String PROCESS = "record-contact";
    public static final String FORM = "record-contact";

    private RecordContactProcess() {
    }
}
