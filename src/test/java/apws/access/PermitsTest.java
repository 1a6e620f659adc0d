package apws.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** What each role can and cannot do in the running application, asked over the engine's REST API as its users ask it. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PermitsTest {

    private static final String PROCESS = "permits-test";
    private static final String FORM = """
            {"id": "permits-test", "type": "default", "schemaVersion": 16, "components": []}""";

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Users users;

    @Autowired
    private Groups groups;

    @Autowired
    private AccessSetUp setUp;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private final ObjectMapper json = new ObjectMapper();
    private String deployment;
    private Task ofOneSchool;
    private Task ofTheOther;

    @BeforeEach
    void a_case_in_each_of_two_schools() {
        var process = Bpmn.createExecutableProcess(PROCESS).name("Permits").camundaHistoryTimeToLiveString("P1D").startEvent()
                .userTask("work").name("Work").camundaCandidateGroups("${schoolGroup}").camundaFormRef("permits-test")
                .camundaFormRefBinding("latest").endEvent().done();
        deployment = repository.createDeployment().addModelInstance("permits-test.bpmn", process).addString("permits-test.form", FORM)
                .deploy().getId();
        groups.ensureSchoolGroup("9991001", "One School");
        groups.ensureSchoolGroup("9991002", "Other School");
        ofOneSchool = start("9991001", "One School", "AI-2026-00001");
        ofTheOther = start("9991002", "Other School", "AI-2026-00002");
    }

    @AfterEach
    void gone() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void a_school_sees_its_own_pupils_tasks_and_no_others() {
        var lead = signedIn(Roles.ofSchool("9991001"));

        assertThat(ids(lead.get("/engine-rest/task"))).containsExactly(ofOneSchool.getId());
        assertThat(lead.get("/engine-rest/task/" + ofOneSchool.getId()).statusCode()).isEqualTo(200);
        assertThat(lead.get("/engine-rest/task/" + ofOneSchool.getId() + "/form-variables").body()).contains("AI-2026-00001");
        assertThat(lead.get("/engine-rest/task/" + ofOneSchool.getId() + "/deployed-form").body()).contains("permits-test");
        for (var path : List.of("", "/form-variables", "/variables", "/deployed-form", "/comment", "/attachment", "/identity-links")) {
            var answer = lead.get("/engine-rest/task/" + ofTheOther.getId() + path);
            assertThat(answer.body()).as(path).doesNotContain("AI-2026-00002", "Other School", "permits-test.form");
            assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void nothing_that_the_engine_can_be_asked_for_shows_a_school_another_schools_pupil() {
        var lead = signedIn(Roles.ofSchool("9991001"));
        var ids = List.of(ofTheOther.getId(), ofTheOther.getProcessInstanceId(), ofTheOther.getProcessDefinitionId(), PROCESS,
                runtime.createVariableInstanceQuery().processInstanceIdIn(ofTheOther.getProcessInstanceId())
                        .variableName("pupilName").list().get(0).getId());
        var questions = Endpoint.of(application).stream().filter(one -> one.path().startsWith("/engine-rest/"))
                .filter(one -> one.method().equals("GET") || one.method().equals("POST") && !one.path().contains("anything"))
                .filter(one -> !one.path().startsWith("/engine-rest/engine/")).toList();
        assertThat(questions).hasSizeGreaterThan(250);

        for (var question : questions) {
            for (var id : question.path().contains("anything") ? ids : List.of("")) {
                var path = question.path().replace("anything", id.replace(":", "%3A"));
                assertThat(lead.send(question.method(), path, "{}").body()).as("%s %s", question.method(), path)
                        .doesNotContain("AI-2026-00002", "Pupil of Other School");
            }
        }
    }

    @Test
    void a_school_works_on_its_own_tasks_and_changes_nothing_else() {
        var lead = signedIn(Roles.ofSchool("9991001"));
        var own = "/engine-rest/task/" + ofOneSchool.getId();
        var other = "/engine-rest/task/" + ofTheOther.getId();
        var instance = "/engine-rest/process-instance/" + ofOneSchool.getProcessInstanceId();
        var variable = "{\"value\": \"changed\", \"type\": \"String\"}";

        assertThat(lead.post(other + "/claim", "{\"userId\": \"me\"}").statusCode()).isEqualTo(403);
        assertThat(lead.post(other + "/complete", "{}").statusCode()).isEqualTo(403);
        assertThat(lead.post(other + "/submit-form", "{}").statusCode()).isEqualTo(403);
        assertThat(lead.send("PUT", own + "/variables/pupilName", variable).statusCode()).isEqualTo(403);
        assertThat(lead.send("PUT", own + "/localVariables/pupilName", variable).statusCode()).isEqualTo(403);
        assertThat(lead.send("PUT", instance + "/variables/pupilName", variable).statusCode()).isEqualTo(403);
        assertThat(lead.send("PUT", own, "{\"name\": \"Something else\"}").statusCode()).isEqualTo(403);
        assertThat(lead.post(own + "/assignee", "{\"userId\": \"somebody\"}").statusCode()).isEqualTo(403);
        assertThat(lead.post(own + "/identity-links", "{\"groupId\": \"school-9991002\", \"type\": \"candidate\"}").statusCode())
                .isEqualTo(403);
        assertThat(lead.send("DELETE", instance, "").statusCode()).isEqualTo(403);
        assertThat(runtime.getVariable(ofOneSchool.getProcessInstanceId(), "pupilName")).isEqualTo("Pupil of One School");

        assertThat(lead.post(own + "/claim", "{\"userId\": \"%s\"}".formatted(lead.user())).statusCode()).isEqualTo(204);
    }

    @Test
    void a_school_lists_no_case_variable_history_user_or_job() {
        var lead = signedIn(Roles.ofSchool("9991001"));

        for (var list : List.of("process-instance", "execution", "history/process-instance", "history/task", "history/variable-instance",
                "history/activity-instance", "history/detail", "history/user-operation", "job", "incident", "deployment", "authorization",
                "decision-definition", "batch", "event-subscription", "history/decision-instance", "history/identity-link-log")) {
            var answer = lead.get("/engine-rest/" + list);
            assertThat(answer.statusCode() == 403 || answer.body().equals("[]")).as(list + ": " + answer.body()).isTrue();
        }
        assertThat(ids(lead.get("/engine-rest/user"))).containsExactly(lead.user());
        assertThat(ids(lead.get("/engine-rest/group"))).containsExactly("school-9991001");
        assertThat(lead.get("/engine-rest/variable-instance").statusCode()).isEqualTo(403);
        assertThat(lead.post("/engine-rest/message", "{\"messageName\": \"anything\", \"all\": true}").statusCode()).isEqualTo(403);
        assertThat(lead.post("/engine-rest/process-definition/key/" + PROCESS + "/start", "{}").statusCode()).isEqualTo(403);
        assertThat(lead.post("/engine-rest/filter/create", "{\"name\": \"Mine\", \"resourceType\": \"Task\", \"query\": {}}").statusCode())
                .isEqualTo(403);
        assertThat(lead.post("/engine-rest/group/create", "{\"id\": \"more\", \"name\": \"More\"}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_task_is_seen_no_longer_once_others_are_asked_to_do_it() {
        var before = signedIn(Roles.ofSchool("9991001"));
        var officer = signedIn(Roles.EWO);
        var other = signedIn(Roles.EWO);

        tasks.deleteCandidateGroup(ofOneSchool.getId(), "school-9991001");
        tasks.setAssignee(ofOneSchool.getId(), officer.user());
        assertThat(ids(before.get("/engine-rest/task"))).isEmpty();
        assertThat(ids(officer.get("/engine-rest/task"))).containsExactly(ofOneSchool.getId());
        assertThat(ids(other.get("/engine-rest/task"))).isEmpty();

        tasks.setAssignee(ofOneSchool.getId(), other.user());
        assertThat(ids(officer.get("/engine-rest/task"))).isEmpty();
        assertThat(ids(other.get("/engine-rest/task"))).containsExactly(ofOneSchool.getId());
    }

    @Test
    void tasklists_cards_show_case_pupil_and_school() {
        var lead = signedIn(Roles.ofSchool("9991001"));
        var list = filters.createTaskFilterQuery().filterName("My group's tasks").singleResult().getId();

        var tasks = read(lead.accepting("application/hal+json", "/engine-rest/filter/" + list + "/list")).at("/_embedded/task");

        assertThat(tasks).hasSize(1);
        assertThat(StreamSupport.stream(tasks.get(0).at("/_embedded/variable").spliterator(), false).map(one -> one.get("value").asText()))
                .containsExactlyInAnyOrder("AI-2026-00001", "Pupil of One School", "One School");
    }

    @Test
    void each_list_holds_what_it_says() {
        var lead = signedIn(Roles.ofSchool("9991001"));

        assertThat(held(lead, "Stage 1")).containsExactly(ofOneSchool.getId());
        assertThat(held(lead, "Overdue")).isEmpty();
        assertThat(held(lead, "Due this week")).isEmpty();
        assertThat(held(lead, "My tasks")).isEmpty();
        assertThat(held(lead, "To do")).containsExactly(ofOneSchool.getId());

        due(LocalDate.now().minusDays(1));
        assertThat(held(lead, "Overdue")).containsExactly(ofOneSchool.getId());
        assertThat(held(lead, "Due this week")).isEmpty();

        due(LocalDate.now());
        assertThat(held(lead, "Overdue")).isEmpty();
        assertThat(held(lead, "Due this week")).containsExactly(ofOneSchool.getId());

        due(LocalDate.now().plusDays(7));
        assertThat(held(lead, "Due this week")).isEmpty();

        tasks.claim(ofOneSchool.getId(), lead.user());
        assertThat(held(lead, "My tasks")).containsExactly(ofOneSchool.getId());
        assertThat(held(lead, "To do")).containsExactly(ofOneSchool.getId());
        assertThat(held(lead, "My group's tasks")).isEmpty();

        var colleague = signedIn(Roles.ofSchool("9991001"));
        assertThat(held(colleague, "To do")).isEmpty();
        assertThat(held(colleague, "Stage 1")).containsExactly(ofOneSchool.getId());
    }

    @Test
    void a_school_has_the_lists_of_its_stages_alone_and_the_council_those_of_all() {
        assertThat(names(signedIn(Roles.ofSchool("9991001")).get("/engine-rest/filter")))
                .containsExactlyInAnyOrder("To do", "My tasks", "My group's tasks", "Overdue", "Due this week", "Stage 1",
                        "Stage 2");
        assertThat(names(signedIn(Roles.APWS_OFFICE).get("/engine-rest/filter"))).contains("My tasks", "Stage 1", "Stage 5");
    }

    @Test
    void managers_see_every_case_and_change_none() {
        var manager = signedIn(Roles.MANAGER);

        assertThat(manager.get("/engine-rest/process-instance?processDefinitionKey=" + PROCESS).body())
                .contains("AI-2026-00001", "AI-2026-00002");
        assertThat(manager.get("/engine-rest/variable-instance?variableName=pupilName").body()).contains("Pupil of Other School");
        assertThat(manager.get("/engine-rest/history/process-instance?processDefinitionKey=" + PROCESS).body()).contains("AI-2026-00002");
        assertThat(manager.post("/engine-rest/task/" + ofOneSchool.getId() + "/claim", "{\"userId\": \"me\"}").statusCode()).isEqualTo(403);
        assertThat(manager.send("DELETE", "/engine-rest/process-instance/" + ofOneSchool.getProcessInstanceId(), "").statusCode())
                .isEqualTo(403);
        assertThat(apps(manager)).contains("cockpit").doesNotContain("tasklist", "admin");
    }

    @Test
    void managers_have_what_failed_tried_again_and_others_do_not() {
        // its job is not due for long, so that the engine's own threads let it lie
        var fails = Bpmn.createExecutableProcess("permits-fails").camundaHistoryTimeToLiveString("P1D").startEvent()
                .intermediateCatchEvent("later").timerWithDate("2099-01-01T05:00:00").endEvent().done();
        var deployed = repository.createDeployment().addModelInstance("permits-fails.bpmn", fails).deploy().getId();
        var instance = runtime.startProcessInstanceByKey("permits-fails").getId();
        var job = management.createJobQuery().processInstanceId(instance).singleResult().getId();
        management.setJobRetries(job, 0);
        var again = "/engine-rest/job/" + job + "/retries";

        for (var role : List.of(Roles.ANALYST, Roles.APWS_OFFICE, Roles.ofSchool("9991001"))) {
            assertThat(signedIn(role).send("PUT", again, "{\"retries\": 1}").statusCode()).as(role).isEqualTo(403);
        }
        assertThat(signedIn(Roles.MANAGER).send("PUT", again, "{\"retries\": 1}").statusCode()).isEqualTo(204);
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(1);
        assertThat(signedIn(Roles.MANAGER).send("PUT", "/engine-rest/job/" + job + "/suspended", "{\"suspended\": true}").statusCode())
                .isEqualTo(403);
        repository.deleteDeployment(deployed, true);
    }

    @Test
    void analysts_see_where_cases_stand_but_not_whose_they_are_and_deploy() {
        var analyst = signedIn(Roles.ANALYST);

        assertThat(analyst.get("/engine-rest/process-instance?processDefinitionKey=" + PROCESS).body()).contains("AI-2026-00001");
        assertThat(analyst.get("/engine-rest/variable-instance").body()).doesNotContain("Pupil of");
        assertThat(analyst.get("/engine-rest/process-instance/" + ofOneSchool.getProcessInstanceId() + "/variables").statusCode())
                .isEqualTo(403);
        assertThat(analyst.get("/engine-rest/history/variable-instance").statusCode()).isEqualTo(403);
        assertThat(mayWithDeployments(analyst, Permissions.CREATE)).isTrue();
        assertThat(mayWithDeployments(analyst, Permissions.DELETE)).isFalse();
        assertThat(repository.createDeploymentQuery().deploymentId(deployment).count()).isEqualTo(1);
        assertThat(apps(analyst)).contains("cockpit").doesNotContain("tasklist", "admin");
    }

    @Test
    void whoever_deploys_a_diagram_cannot_delete_it_with_the_cases_on_it() {
        var analyst = signedIn(Roles.ANALYST);
        identity.setAuthentication(analyst.user(), List.of(Roles.ANALYST));
        try {
            repository.createDeployment().addString("permits-test.form", FORM + " ").deploy();
        } finally {
            identity.clearAuthentication();
        }
        var deployed = repository.createDeploymentQuery().orderByDeploymentTime().desc().list().get(0);

        assertThat(analyst.get("/engine-rest/deployment/" + deployed.getId()).statusCode()).isEqualTo(200);
        assertThat(analyst.send("DELETE", "/engine-rest/deployment/" + deployed.getId() + "?cascade=true", "").statusCode()).isEqualTo(403);
        repository.deleteDeployment(deployed.getId(), true);
    }

    @Test
    void people_mend_their_own_name_and_password_and_nothing_else_about_users() {
        var lead = signedIn(Roles.ofSchool("9991001"));
        var own = "/engine-rest/user/" + lead.user();
        var profile = "{\"id\": \"%s\", \"firstName\": \"New\", \"lastName\": \"Name\"}".formatted(lead.user());
        var password = "{\"password\": \"another right password\", \"authenticatedUserPassword\": \"the right password\"}";

        assertThat(lead.send("PUT", own + "/profile", profile).statusCode()).isEqualTo(204);
        assertThat(lead.send("DELETE", own, "").statusCode()).isEqualTo(403);
        assertThat(lead.send("PUT", "/engine-rest/group/managers/members/" + lead.user(), "").statusCode()).isEqualTo(403);
        assertThat(lead.send("PUT", "/engine-rest/user/test-administrator/credentials", password).statusCode()).isIn(403, 404);
        assertThat(lead.send("PUT", own + "/credentials", password).statusCode()).isEqualTo(204);
    }

    @Test
    void people_who_do_the_work_open_tasklist_alone() {
        for (var role : List.of(Roles.APWS_OFFICE, Roles.EWO, Roles.PANEL_CHAIR, Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY,
                Roles.LEGAL, Roles.ofSchool("9991001"))) {
            assertThat(apps(signedIn(role))).as(role).contains("tasklist").doesNotContain("cockpit", "admin");
        }
        assertThat(apps(signedIn(Roles.ADMINISTRATOR))).contains("tasklist", "cockpit", "admin");
    }

    @Test
    void each_group_starts_exactly_the_processes_meant_for_it() {
        var every = List.of(Permits.WITHDRAW_CASE, Permits.RECORD_CONTACT, Permits.RECORD_MARK_DISPUTE, Permits.REPORT_RETURNED_LETTER,
                Permits.WHO_LEFT, Permits.PENALTY_NOTICE, Permits.DECLARE_CONFLICT, Permits.PUT_CASE_BACK, Permits.REALLOCATE_CASE,
                Permits.HAND_OVER_CASELOAD, Permits.RECORD_OFFICER_ABSENCE, Permits.RECORD_APPEAL, "attendance-intervention");

        assertThat(startable(Roles.ofSchool("9991001"), every)).isEqualTo(every.subList(0, 5));
        assertThat(startable(Roles.APWS_OFFICE, every)).isEqualTo(every.subList(0, 6));
        assertThat(startable(Roles.EWO, every)).isEqualTo(every.subList(0, 7));
        for (var manager : List.of(Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY)) {
            assertThat(startable(manager, every)).containsExactly(Permits.WITHDRAW_CASE, Permits.DECLARE_CONFLICT, Permits.PUT_CASE_BACK,
                    Permits.REALLOCATE_CASE, Permits.HAND_OVER_CASELOAD, Permits.RECORD_OFFICER_ABSENCE);
        }
        assertThat(startable(Roles.LEGAL, every)).containsExactly(Permits.RECORD_CONTACT, Permits.RECORD_MARK_DISPUTE,
                Permits.RECORD_APPEAL);
        assertThat(startable(Roles.PANEL_CHAIR, every)).isEmpty();
        assertThat(startable(Roles.MANAGER, every)).isEmpty();
        assertThat(startable(Roles.ANALYST, every)).isEmpty();
    }

    @Test
    void starting_again_changes_nothing_and_mends_what_was_changed() {
        var before = everyGrant();
        var lists = filters.createTaskFilterQuery().count();

        setUp.afterSingletonsInstantiated();
        assertThat(everyGrant()).isEqualTo(before);
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(lists);

        var tooMuch = authorizations.createNewAuthorization(1);
        tooMuch.setGroupId(Roles.EWO);
        tooMuch.setResource(Resources.USER);
        tooMuch.setResourceId("*");
        tooMuch.addPermission(Permissions.READ);
        authorizations.saveAuthorization(tooMuch);
        var missing = authorizations.createAuthorizationQuery().groupIdIn(Roles.EWO).resourceType(Resources.APPLICATION).singleResult();
        authorizations.deleteAuthorization(missing.getId());

        setUp.afterSingletonsInstantiated();
        assertThat(everyGrant()).isEqualTo(before);
    }

    private List<String> startable(String role, List<String> keys) {
        var user = signedIn(role).user();
        return keys.stream().filter(key ->
                authorizations.isUserAuthorized(user, List.of(role), Permissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, key)
                        && authorizations.isUserAuthorized(user, List.of(role), Permissions.CREATE, Resources.PROCESS_INSTANCE)).toList();
    }

    private boolean mayWithDeployments(User analyst, Permissions what) {
        return authorizations.isUserAuthorized(analyst.user(), List.of(Roles.ANALYST), what, Resources.DEPLOYMENT);
    }

    private List<String> everyGrant() {
        return authorizations.createAuthorizationQuery().list().stream().filter(one -> one.getGroupId() != null)
                .map(one -> "%s %s %s %s".formatted(one.getGroupId(), one.getResourceType(), one.getResourceId(),
                        List.of(one.getPermissions(Permissions.values())))).sorted().toList();
    }

    private void due(LocalDate day) {
        var task = tasks.createTaskQuery().taskId(ofOneSchool.getId()).singleResult();
        task.setDueDate(Date.from(day.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant()));
        tasks.saveTask(task);
    }

    private List<String> held(User user, String list) {
        return ids(user.get("/engine-rest/filter/" + filters.createTaskFilterQuery().filterName(list).singleResult().getId() + "/list"));
    }

    private String apps(User user) {
        var browser = Browser.at(port);
        browser.signIn(user.user(), Doors.PASSWORD);
        browser.open("/camunda/app/welcome/default/");
        return browser.get("/camunda/api/admin/auth/user/default").body();
    }

    private Task start(String school, String name, String reference) {
        var instance = runtime.startProcessInstanceByKey(PROCESS, reference, Map.of(
                "schoolGroup", Roles.ofSchool(school), "schoolName", name, "pupilName", "Pupil of " + name,
                "caseReference", reference, "stage", "Stage 1"));
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    private User signedIn(String role) {
        var id = Doors.somebody(users, role);
        return new User(id, Browser.withPassword(port, id, Doors.PASSWORD));
    }

    private List<String> ids(HttpResponse<String> answer) {
        return texts(answer, "id");
    }

    private List<String> names(HttpResponse<String> answer) {
        return texts(answer, "name");
    }

    private List<String> texts(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(read(answer).spliterator(), false).map(one -> one.get(field).asText()).toList();
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(answer.body(), unreadable);
        }
    }

    private record User(String user, Browser browser) {

        HttpResponse<String> get(String path) {
            return browser.get(path);
        }

        HttpResponse<String> accepting(String type, String path) {
            return browser.get(path, type);
        }

        HttpResponse<String> post(String path, String json) {
            return browser.post(path, json);
        }

        HttpResponse<String> send(String method, String path, String json) {
            return browser.send(method, path, json);
        }
    }
}
