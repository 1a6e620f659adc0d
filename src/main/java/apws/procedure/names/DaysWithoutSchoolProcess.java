package apws.procedure.names;

/** What Java and the diagram {@code days-without-school} both name: the open question of one school. */
public final class DaysWithoutSchoolProcess {

    public static final String PROCESS = "days-without-school";

    private DaysWithoutSchoolProcess() {
    }
}
