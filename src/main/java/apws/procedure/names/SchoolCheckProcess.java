package apws.procedure.names;

/** What Java and the diagram {@code school-check} both name: the open list of one school. */
public final class SchoolCheckProcess {

    public static final String PROCESS = "school-check";
    public static final String RENEWED = "candidates-renewed";

    private SchoolCheckProcess() {
    }
}
