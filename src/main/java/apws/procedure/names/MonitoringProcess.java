package apws.procedure.names;

/** What Java and the diagram {@code monitoring} both name: attendance that is watched. */
public final class MonitoringProcess {

    public static final String PROCESS = "monitoring";
    public static final String ATTENDANCE_FALLEN = "attendance-fallen";

    private MonitoringProcess() {
    }
}
