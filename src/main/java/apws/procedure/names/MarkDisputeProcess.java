package apws.procedure.names;

/** What Java and the diagram {@code record-mark-dispute} both name: one dispute about marks. */
public final class MarkDisputeProcess {

    public static final String PROCESS = "record-mark-dispute";
    public static final String ANSWERED_BY = "answeringGroup";
    public static final String REVIEW_MARK_USES = "review-mark-uses";
    public static final String AMENDED = "amendedSessions";

    private MarkDisputeProcess() {
    }
}
