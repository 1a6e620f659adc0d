package apws.access;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What each group may do in the engine. Nothing here lets anybody see a task: the engine grants that task by task, to the group or the
 * officer who is asked to do it, which is how a school sees its own pupils' tasks alone.
 */
final class Permits {

    /** Processes that a person may start in Tasklist. */
    static final String WITHDRAW_CASE = "withdraw-case";
    static final String RECORD_CONTACT = "record-contact";
    static final String RECORD_MARK_DISPUTE = "record-mark-dispute";
    static final String REPORT_RETURNED_LETTER = "report-returned-letter";
    static final String PENALTY_NOTICE = "penalty-notice";
    static final String NOTICE_TO_IMPROVE = "notice-to-improve";
    static final String PUT_CASE_BACK = "put-case-back";
    static final String REALLOCATE_CASE = "reallocate-case";
    static final String HAND_OVER_CASELOAD = "hand-over-caseload";
    static final String RECORD_OFFICER_ABSENCE = "record-officer-absence";
    static final String DECLARE_CONFLICT = "declare-conflict";
    static final String RECORD_APPEAL = "record-appeal";
    static final String WHO_LEFT = "who-left";

    private static final Map<String, List<Grant>> OF_GROUPS = Map.of(
            Roles.APWS_OFFICE, caseworker(WITHDRAW_CASE, RECORD_CONTACT, RECORD_MARK_DISPUTE, REPORT_RETURNED_LETTER, WHO_LEFT, PENALTY_NOTICE,
                    NOTICE_TO_IMPROVE),
            Roles.EWO, caseworker(WITHDRAW_CASE, RECORD_CONTACT, RECORD_MARK_DISPUTE, REPORT_RETURNED_LETTER, WHO_LEFT, PENALTY_NOTICE,
                    NOTICE_TO_IMPROVE, DECLARE_CONFLICT),
            Roles.PANEL_CHAIR, caseworker(),
            Roles.SERVICE_MANAGER, serviceManager(),
            Roles.SERVICE_MANAGER_DEPUTY, serviceManager(),
            Roles.LEGAL, caseworker(RECORD_CONTACT, RECORD_MARK_DISPUTE, RECORD_APPEAL),
            Roles.MANAGER, manager(),
            Roles.ANALYST, analyst(),
            Roles.ADMINISTRATOR, administrator());

    private Permits() {
    }

    static List<Grant> ofSchool() {
        return caseworker(WITHDRAW_CASE, RECORD_CONTACT, RECORD_MARK_DISPUTE, REPORT_RETURNED_LETTER, WHO_LEFT);
    }

    static List<Grant> of(String role) {
        return OF_GROUPS.get(role);
    }

    /** The roles whose work is done in Tasklist. */
    static Stream<String> withTasklist() {
        return OF_GROUPS.keySet().stream().filter(role -> OF_GROUPS.get(role).stream().anyMatch(Permits::opensTasklist));
    }

    private static boolean opensTasklist(Grant grant) {
        return grant.isOn(APPLICATION.resourceType(), "tasklist") || grant.isOn(APPLICATION.resourceType(), Grant.ALL);
    }

    private static List<Grant> serviceManager() {
        return caseworker(WITHDRAW_CASE, PUT_CASE_BACK, REALLOCATE_CASE, HAND_OVER_CASELOAD, RECORD_OFFICER_ABSENCE, DECLARE_CONFLICT);
    }

    /** Tasklist, the council's diagrams to look at, and the processes named to start; no running case, no variable, no history. */
    private static List<Grant> caseworker(String... mayStart) {
        var grants = new ArrayList<>(List.of(
                Grant.of(APPLICATION, "tasklist", Permissions.ACCESS),
                Grant.of(PROCESS_DEFINITION, Grant.ALL, Permissions.READ)));
        if (mayStart.length > 0) {
            grants.add(Grant.of(PROCESS_INSTANCE, Grant.ALL, Permissions.CREATE));
        }
        // a grant on one definition is a row of its own beside the one on all of them
        Arrays.stream(mayStart).map(key -> Grant.of(PROCESS_DEFINITION, key, Permissions.CREATE_INSTANCE)).forEach(grants::add);
        return List.copyOf(grants);
    }

    /** Cockpit, with every case, what it holds, and what has failed, to be tried again; nothing else to change. */
    private static List<Grant> manager() {
        return List.of(
                Grant.of(APPLICATION, "cockpit", Permissions.ACCESS),
                Grant.of(PROCESS_DEFINITION, Grant.ALL, Permissions.READ, Permissions.READ_INSTANCE, Permissions.READ_TASK,
                        Permissions.READ_HISTORY, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                        ProcessDefinitionPermissions.READ_TASK_VARIABLE, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE,
                        ProcessDefinitionPermissions.RETRY_JOB),
                Grant.of(DECISION_DEFINITION, Grant.ALL, Permissions.READ, Permissions.READ_HISTORY),
                Grant.of(DECISION_REQUIREMENTS_DEFINITION, Grant.ALL, Permissions.READ),
                Grant.of(DEPLOYMENT, Grant.ALL, Permissions.READ));
    }

    /** Cockpit, with where every case stands but not what it holds, and the deployment of changed diagrams from Modeler. */
    private static List<Grant> analyst() {
        return List.of(
                Grant.of(APPLICATION, "cockpit", Permissions.ACCESS),
                Grant.of(PROCESS_DEFINITION, Grant.ALL, Permissions.READ, Permissions.READ_INSTANCE),
                Grant.of(DECISION_DEFINITION, Grant.ALL, Permissions.READ),
                Grant.of(DECISION_REQUIREMENTS_DEFINITION, Grant.ALL, Permissions.READ),
                Grant.of(DEPLOYMENT, Grant.ALL, Permissions.READ, Permissions.CREATE));
    }

    private static List<Grant> administrator() {
        return Stream.of(Resources.values()).map(resource -> Grant.of(resource, Grant.ALL, Permissions.ALL)).toList();
    }
}
