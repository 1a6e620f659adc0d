package apws.procedure.names;

/** What Java and the diagram {@code unpaid-notice-prosecution} both name: the prosecution of one penalty notice that was not paid. */
public final class UnpaidNoticeProcess {

    public static final String PROCESS = "unpaid-notice-prosecution";

    private UnpaidNoticeProcess() {
    }
}
