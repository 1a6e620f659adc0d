package apws.procedure.names;

/** Variables that several stages set and ask for, each for itself. */
public final class StageVariables {

    /** The day on which the plan that is followed begins. */
    public static final String PLAN_START = "planStart";
    /** The day from which attendance is looked at while a pupil is monitored. */
    public static final String MONITORED_FROM = "monitoredFrom";
    /** The parents suspected of an offence: rows with the parent's id. */
    public static final String SUSPECTS = "suspects";

    /** The entry of the evidence as it was put together against a parent (S4-03). */
    public static final String PREPARED_ENTRY = "preparedEntry";

    private StageVariables() {
    }
}
