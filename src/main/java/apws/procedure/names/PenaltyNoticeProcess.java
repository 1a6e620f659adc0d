package apws.procedure.names;

/** What Java and the diagram {@code penalty-notice} both name: one penalty notice. */
public final class PenaltyNoticeProcess {

    public static final String PROCESS = "penalty-notice";
    public static final String NUMBER = "noticeNumber";
    /** To whom the notice goes, or may go. */
    public static final String PARENT = "parentId";
    public static final String FOR = "noticeFor";
    public static final String RETURNED = "notice-returned";
    public static final String TO_BE_CONSIDERED = "notice-to-be-considered";
    public static final String PREPARE_PENALTY_NOTICE = "prepare-penalty-notice";
    /** The id of the entry in which the notice was prepared last. */
    public static final String PREPARED_ENTRY = "preparedEntry";
    public static final String PREPARED = "notice-is-prepared";

    private PenaltyNoticeProcess() {
    }
}
