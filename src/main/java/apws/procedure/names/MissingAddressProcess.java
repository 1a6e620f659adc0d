package apws.procedure.names;

/** What Java and the diagram {@code missing-address} both name: one parent whom no letter reaches. */
public final class MissingAddressProcess {

    public static final String PROCESS = "missing-address";

    private MissingAddressProcess() {
    }
}
