package apws.procedure.names;

/** What Java and the diagram {@code prosecution-of-parent} both name: the prosecution of one parent, in Stage 4 or of an unpaid notice. */
public final class ProsecutionOfParentProcess {

    public static final String PROCESS = "prosecution-of-parent";
    public static final String PARENT = "parentId";
    /** Of the unpaid notice that is prosecuted; not set in Stage 4. */
    public static final String NOTICE = "noticeNumber";
    /** Once it was approved. */
    public static final String PROCEEDING = "proceedingId";

    private ProsecutionOfParentProcess() {
    }
}
