package apws.procedure.names;

/** What Java and the diagram {@code notice-to-improve} both name: one Notice to Improve by itself. */
public final class NoticeToImproveProcess {

    public static final String PROCESS = "notice-to-improve";
    public static final String RETURNED = "improvement-returned";

    private NoticeToImproveProcess() {
    }
}
