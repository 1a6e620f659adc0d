package apws.access;

import java.util.Set;

/** The groups people belong to. Each constant is the id of an engine group, and the name of a Spring authority. */
public final class Roles {

    public static final String APWS_OFFICE = "apws-office";
    public static final String EWO = "ewo";
    public static final String PANEL_CHAIR = "panel-chair";
    public static final String SERVICE_MANAGER = "service-manager";
    public static final String SERVICE_MANAGER_DEPUTY = "service-manager-deputy";
    public static final String LEGAL = "legal-services";
    public static final String MANAGER = "managers";
    public static final String ANALYST = "analysts";
    /** The engine's own name for those who may do everything. */
    public static final String ADMINISTRATOR = "camunda-admin";

    /** Those whose work is not one school's: they see every school's pupils. */
    static final Set<String> OF_EVERY_SCHOOL =
            Set.of(APWS_OFFICE, EWO, PANEL_CHAIR, SERVICE_MANAGER, SERVICE_MANAGER_DEPUTY, LEGAL, MANAGER, ADMINISTRATOR);

    private static final String SCHOOL = "school-";

    private Roles() {
    }

    /** The group of one school's attendance leads: {@code school-9991001} for the school with the code {@code 9991001}. */
    public static String ofSchool(String schoolCode) {
        return SCHOOL + schoolCode;
    }

    static boolean isOfSchool(String groupId) {
        return groupId.startsWith(SCHOOL);
    }
}
