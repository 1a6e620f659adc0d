package apws.procedure.names;

/** What Java and the diagram {@code attendance-intervention} both name: a case, from its first letter to its end. */
public final class CaseProcess {

    public static final String PROCESS = "attendance-intervention";
    public static final String WITHDRAWN = "case-withdrawn";

    private CaseProcess() {
    }
}
