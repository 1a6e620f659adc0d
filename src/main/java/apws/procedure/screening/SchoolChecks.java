package apws.procedure.screening;

import apws.access.Groups;
import apws.access.Roles;
import apws.imports.ClusterLock;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.SchoolCheckProcess;
import apws.pupil.Schools;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The schools' lists: one open process {@code school-check} per school, found by its business key. */
@Component
class SchoolChecks {

    private final RuntimeService runtime;
    private final Schools schools;
    private final Groups groups;
    private final ClusterLock turn;

    SchoolChecks(RuntimeService runtime, Schools schools, Groups groups, ClusterLock turn) {
        this.runtime = runtime;
        this.schools = schools;
        this.groups = groups;
        this.turn = turn;
    }

    /** Tells every open list that screening has been done; those with nobody left on them end. */
    void renewAll() {
        runtime.createMessageCorrelation(SchoolCheckProcess.RENEWED).correlateAll();
    }

    /** Opens the school's list unless it is open; whoever does so at the same time waits until this transaction ends. */
    void open(String schoolCode) {
        turn.take("school lists");
        if (runtime.createProcessInstanceQuery().processDefinitionKey(SchoolCheckProcess.PROCESS).processInstanceBusinessKey(keyOf(schoolCode)).count() > 0) {
            return;
        }
        var school = schools.get(schoolCode);
        groups.ensureSchoolGroup(school.code(), school.name());
        runtime.startProcessInstanceByKey(SchoolCheckProcess.PROCESS, keyOf(schoolCode), Map.of(
                CaseVariables.SCHOOL_CODE, school.code(),
                CaseVariables.SCHOOL_NAME, school.name(),
                CaseVariables.SCHOOL_GROUP, Roles.ofSchool(school.code()),
                CaseVariables.STAGE, "Stage 1"));
    }

    static String keyOf(String schoolCode) {
        return "SCHOOL-" + schoolCode;
    }
}
