package apws.procedure.names;

/** What Java and the diagram {@code court-proceedings} both name: the proceedings of one parent. */
public final class CourtProceedingsProcess {

    public static final String PROCESS = "court-proceedings";
    public static final String CONVICTION_SET_ASIDE = "conviction-set-aside";
    public static final String PROCEEDING = "proceedingId";

    private CourtProceedingsProcess() {
    }
}
