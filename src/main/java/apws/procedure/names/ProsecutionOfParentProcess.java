package apws.procedure.names;

/** What Java and the diagram {@code prosecution-of-parent} both name: the prosecution of one parent, in Stage 4 or of an unpaid notice. */
public final class ProsecutionOfParentProcess {

    public static final String PROCESS = "prosecution-of-parent";
    public static final String PARENT = "parentId";
    /** Of the unpaid notice that is prosecuted; not set in Stage 4. */
    public static final String NOTICE = "noticeNumber";
    /** Once it was approved. */
    public static final String PROCEEDING = "proceedingId";
    /** The entry of the last decision on approval (S4-04). */
    public static final String APPROVAL_ENTRY = "approvalEntry";
    /** The entry of what was gathered last for the approver (S4-04); not set until then. */
    public static final String GATHERED_ENTRY = "gatheredEntry";
    /** The entry of what Legal Services decided last (S4-06). */
    public static final String REVIEW_ENTRY = "reviewEntry";

    private ProsecutionOfParentProcess() {
    }
}
