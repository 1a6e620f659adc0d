package apws.access;

import static org.assertj.core.api.Assertions.assertThat;

import apws.access.Doors.Door;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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

/** What the engine is never asked, at whichever of its doors, and what stays open. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class EngineDoors {

    private static final String PROCESS = "doors-test";
    private static final String CHILD = "Aurelia Doorstep";

    @LocalServerPort
    private int port;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Users users;

    @Autowired
    private Groups groups;

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private String deployment;
    private String instance;
    private Task task;

    @BeforeEach
    void a_case_with_a_task_of_a_school_and_a_timer() {
        var process = Bpmn.createExecutableProcess(PROCESS).name("Doors").camundaHistoryTimeToLiveString("P1D").startEvent()
                .userTask("work").name("Work").camundaCandidateGroups("school-9993001")
                .camundaFormRef("doors-test").camundaFormRefBinding("latest")
                .boundaryEvent("far-away").timerWithDate("2099-01-01T05:00:00").endEvent("timer-fired").moveToActivity("work").endEvent().done();
        deployment = repository.createDeployment().addModelInstance("doors-test.bpmn", process).addString("doors-test.form", """
                {"id": "doors-test", "type": "default", "schemaVersion": 16, "components": []}""").deploy().getId();
        groups.ensureSchoolGroup("9993001", "One School");
        groups.ensureSchoolGroup("9993002", "Other School");
        instance = runtime.startProcessInstanceByKey(PROCESS, "AI-2026-30001", Map.of("caseReference", "AI-2026-30001", "pupilName", CHILD,
                "schoolName", "One School", "officerNote", "Secretly")).getId();
        task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    @AfterEach
    void gone() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void any_signed_in_user_fires_any_timer_no_longer() {
        var job = management.createJobQuery().processInstanceId(instance).singleResult();
        for (var role : everyRole()) {
            for (var door : doors(role)) {
                for (var call : List.of("POST /execute", "PUT /duedate", "PUT /duedate/recalculate", "PUT /suspended", "PUT /priority",
                        "DELETE ")) {
                    var words = call.split(" ", 2);
                    assertThat(door.send(words[0], "/job/" + job.getId() + words[1], "{\"retries\": 0, \"suspended\": true}").statusCode())
                            .as("%s %s at %s", role, call, door).isEqualTo(403);
                }
            }
        }
        var after = management.createJobQuery().processInstanceId(instance).singleResult();
        assertThat(after.getRetries()).isEqualTo(job.getRetries());
        assertThat(after.getDuedate()).isEqualTo(job.getDuedate());
        assertThat(after.getExceptionMessage()).isNull();

        var administrator = Doors.of(port, Doors.somebody(users, Roles.ADMINISTRATOR)).get(0);
        assertThat(administrator.post("/job/" + job.getId() + "/execute", "").statusCode()).isEqualTo(204);
    }

    /** Whatever the engine offers: what changes something, or is refused with a trace, is open to nobody by oversight. */
    @Test
    void nothing_that_changes_anything_is_open_beyond_what_the_table_names() {
        var known = List.of("/task/anything/claim", "/task/anything/unclaim", "/task/anything/complete", "/task/anything/submit-form",
                "/process-definition/anything/submit-form", "/process-definition/key/anything/submit-form", "/user/anything/profile",
                "/user/anything/credentials", "/identity/password-policy", "/deployment/create", "/job/anything/retries",
                "/job-definition/anything/retries");
        var questions = List.of("/task", "/task/count", "/filter/anything/list", "/filter/anything/count", "/process-instance",
                "/process-instance/count", "/execution", "/execution/count", "/variable-instance", "/variable-instance/count", "/job", "/job/count",
                "/job-definition", "/job-definition/count", "/external-task", "/external-task/count", "/history/process-instance",
                "/history/process-instance/count", "/history/activity-instance", "/history/activity-instance/count", "/history/task",
                "/history/task/count", "/history/variable-instance", "/history/variable-instance/count", "/history/job-log",
                "/history/job-log/count");
        var changes = Endpoint.of(application).stream().filter(one -> one.path().startsWith("/engine-rest/"))
                .filter(one -> !one.path().startsWith("/engine-rest/engine/")).filter(one -> !one.method().equals("GET"))
                .filter(one -> !one.method().equals("OPTIONS")).toList();
        assertThat(changes).hasSizeGreaterThan(150);

        for (var role : everyRole()) {
            var door = doors(role).get(0);
            for (var change : changes) {
                var call = change.path().substring("/engine-rest".length());
                if (!known.contains(call) && !questions.contains(call)) {
                    assertThat(door.send(change.method(), call.replace("anything", task.getId()), "{}").body())
                            .as("%s %s %s", role, change.method(), call).contains("This call is not open to you.");
                }
            }
        }
    }

    @Test
    void whether_a_named_child_has_a_case_is_answered_to_nobody() {
        var like = """
                [{"name": "pupilName", "operator": "like", "value": "%s%%"}]""";
        for (var role : everyRole()) {
            for (var door : doors(role)) {
                assertThat(same(door.post("/message", message("Aurelia Doorstep")), door.post("/message", message("Nobody At All"))))
                        .as("%s at %s", role, door).isEqualTo(403);
                if (role.equals(Roles.MANAGER)) {
                    continue;
                }
                for (var list : List.of("/process-instance", "/task", "/execution", "/variable-instance", "/history/process-instance",
                        "/history/task", "/history/variable-instance", "/history/activity-instance", "/job", "/external-task")) {
                    for (var count : List.of("", "/count")) {
                        for (var name : List.of("variables", "processVariables", "processInstanceVariables", "caseInstanceVariables")) {
                            for (var start : List.of("Aurelia", "Zzz")) {
                                var asked = "{\"%s\": %s}".formatted(name, like.formatted(start));
                                assertThat(door.post(list + count, asked).statusCode()).as("%s %s %s", role, list, name).isEqualTo(403);
                                assertThat(door.post(list + count, "{\"orQueries\": [%s]}".formatted(asked)).statusCode()).isEqualTo(403);
                            }
                        }
                        assertThat(door.get(list + count + "?variables=pupilName_like_A%25").statusCode()).as("%s %s", role, list).isEqualTo(403);
                        assertThat(door.get(list + count + "?processVariables=pupilName_like_A%25").statusCode()).isEqualTo(403);
                        assertThat(door.get(list + count + "?variableName=pupilName&variableValues=pupilName_eq_A").statusCode()).isEqualTo(403);
                    }
                    assertThat(door.post(list, """
                            {"sorting": [{"sortBy": "processVariable", "sortOrder": "asc",
                              "parameters": {"variable": "pupilName", "type": "String"}}]}""").statusCode()).as("%s %s", role, list).isEqualTo(403);
                }
                assertThat(door.get("/history/process-instance?variables=pupilName_eq_x").statusCode()).isEqualTo(403);
                assertThat(door.get("/process-definition/key/%s/statistics".formatted(PROCESS)).statusCode())
                        .isEqualTo(role.equals(Roles.ANALYST) ? 200 : 403);
            }
        }
        var cockpit = Doors.of(port, Doors.somebody(users, Roles.ANALYST)).get(1).browser();
        for (var count : List.of("", "/count")) {
            assertThat(cockpit.post("/camunda/api/cockpit/plugin/base/default/process-instance" + count, "{\"variables\": %s}".formatted(
                    like.formatted("A")), "X-XSRF-TOKEN", cockpit.cookie("XSRF-TOKEN").orElseThrow()).statusCode()).isEqualTo(403);
            assertThat(cockpit.get("/camunda/api/cockpit/plugin/base/default/process-instance%s?variables=pupilName_like_A".formatted(count))
                    .statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whoever_reads_a_card_asks_for_tasks_by_what_stands_on_it() {
        for (var door : doors(Roles.ofSchool("9993001"))) {
            assertThat(door.post("/task", """
                    {"taskVariables": [{"name": "pupilName", "operator": "like", "value": "Aurelia%"}], "processVariables": []}""").body())
                    .contains(task.getId());
            assertThat(door.get("/task/count?taskVariables=pupilName_like_Aurelia%25").body()).contains("\"count\":1");
            assertThat(door.post("/task", """
                    {"taskVariables": [{"name": "officerNote", "operator": "like", "value": "S%"}]}""").statusCode()).isEqualTo(403);
            assertThat(door.get("/task?processVariables=officerNote_like_S%25").statusCode()).isEqualTo(403);
            assertThat(door.get("/task?assigneeExpression=%24%7BcurrentUser()%7D").statusCode()).isEqualTo(403);
        }
        for (var door : doors(Roles.MANAGER)) {
            assertThat(door.post("/process-instance/count", """
                    {"variables": [{"name": "pupilName", "operator": "eq", "value": "%s"}]}""".formatted(CHILD)).body()).contains("\"count\":1");
        }
    }

    @Test
    void a_task_is_claimed_for_oneself_and_given_back_and_nothing_else() {
        var path = "/task/" + task.getId();
        for (var door : doors(Roles.ofSchool("9993001"))) {
            for (var to : List.of("somebody.else", "test-administrator", "")) {
                assertThat(door.post(path + "/claim", "{\"userId\": \"%s\"}".formatted(to)).statusCode()).isEqualTo(403);
                assertThat(door.post(path + "/assignee", "{\"userId\": \"%s\"}".formatted(to)).statusCode()).isEqualTo(403);
                assertThat(door.post(path + "/delegate", "{\"userId\": \"%s\"}".formatted(to)).statusCode()).isEqualTo(403);
            }
            assertThat(door.post(path + "/claim", "{}").statusCode()).isEqualTo(403);
            for (var call : List.of("POST /resolve", "PUT ", "DELETE ", "POST /identity-links", "POST /identity-links/delete",
                    "POST /comment/create", "POST /attachment/create", "POST /variables", "PUT /variables/pupilName",
                    "POST /localVariables", "DELETE /localVariables/pupilName", "POST /bpmnError", "POST /bpmnEscalation")) {
                var words = call.split(" ", 2);
                assertThat(door.send(words[0], path + words[1], "{}").statusCode()).as("%s at %s", call, door).isEqualTo(403);
            }
            assertThat(door.post("/task/create", "{\"id\": \"mine\"}").statusCode()).isEqualTo(403);
            assertThat(assignee()).isNull();
            assertThat(tasks.getVariableLocal(task.getId(), "pupilName")).isEqualTo(CHILD);

            assertThat(door.post(path + "/unclaim", "{}").statusCode()).as("not theirs yet").isEqualTo(403);
            assertThat(door.post(path + "/claim", "{\"userId\": \"%s\"}".formatted(door.user())).statusCode()).isEqualTo(204);
            assertThat(assignee()).isEqualTo(door.user());
            var colleague = Doors.of(port, Doors.somebody(users, Roles.ofSchool("9993001"))).get(0);
            assertThat(colleague.post(path + "/unclaim", "{}").statusCode()).isEqualTo(403);
            var taken = colleague.post(path + "/claim", "{\"userId\": \"%s\"}".formatted(colleague.user()));
            assertThat(taken.statusCode()).isEqualTo(403);
            assertThat(taken.body()).contains("Somebody else has taken this task already.");
            assertThat(door.post(path + "/unclaim", "{}").statusCode()).isEqualTo(204);
            assertThat(assignee()).isNull();
        }
    }

    @Test
    void a_task_that_nobody_else_is_asked_to_do_is_not_made_to_vanish() {
        for (var door : doors(Roles.EWO)) {
            tasks.deleteCandidateGroup(task.getId(), "school-9993001");
            tasks.setAssignee(task.getId(), door.user());

            var answer = door.post("/task/%s/unclaim".formatted(task.getId()), "{}");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("nobody would see it");
            assertThat(assignee()).isEqualTo(door.user());
        }
    }

    @Test
    void anothers_task_is_answered_like_one_that_is_not_there() {
        var nowhere = "00000000-0000-11f0-9999-0242ac110002";
        for (var door : doors(Roles.ofSchool("9993002"))) {
            for (var call : List.of("GET ", "GET /form", "GET /form-variables", "GET /deployed-form", "GET /comment", "GET /variables",
                    "GET /identity-links", "POST /claim", "POST /unclaim", "POST /complete", "POST /submit-form", "POST /assignee")) {
                var words = call.split(" ", 2);
                var body = words[0].equals("GET") ? "" : "{\"userId\": \"%s\"}".formatted(door.user());
                var anothers = door.send(words[0], "/task/" + task.getId() + words[1], body);
                var none = door.send(words[0], "/task/" + nowhere + words[1], body);

                assertThat(same(anothers, none)).as("%s at %s", call, door).isEqualTo(403);
                assertThat(anothers.body()).as(call).doesNotContain(PROCESS, "AI-2026", CHILD, task.getId());
            }
        }
    }

    @Test
    void a_character_that_no_database_holds_is_refused_with_400_wherever_it_stands() {
        for (var role : List.of(Roles.ofSchool("9993001"), Roles.MANAGER, Roles.ADMINISTRATOR)) {
            for (var door : doors(role)) {
                assertThat(door.get("/task?name=a%00b").statusCode()).as("%s at %s", role, door).isEqualTo(400);
                assertThat(door.get("/task/a%00b").statusCode()).isEqualTo(400);
                assertThat(door.post("/task", "{\"name\": \"a\\u0000b\"}").statusCode()).isEqualTo(400);
                assertThat(door.post("/task", "{\"name\": \"a\\ud800b\"}").statusCode()).isEqualTo(400);
                assertThat(door.post("/task", "{\"candidateGroups\": [\"a\\u0000b\"]}").statusCode()).isEqualTo(400);
                assertThat(door.post("/task", "no json").statusCode()).isEqualTo(400);
                assertThat(door.post("/task", "{\"name\": \"a\", \"name\": \"b\"}").statusCode()).isEqualTo(400);
            }
        }
    }

    /** Longer than any column or index, and than what an address holds. */
    @Test
    void values_too_long_for_what_they_are_compared_with_are_no_fault_of_the_servers() {
        var tooLong = "\"" + "long ".repeat(20_000) + "\"";
        for (var role : List.of(Roles.ofSchool("9993001"), Roles.MANAGER, Roles.ADMINISTRATOR)) {
            for (var door : doors(role)) {
                for (var asked : List.of("/task name", "/task nameLike", "/task assignee", "/task processInstanceBusinessKey", "/task owner",
                        "/task taskDefinitionKey", "/process-instance businessKey", "/process-instance businessKeyLike",
                        "/process-instance processDefinitionKey", "/history/process-instance processInstanceBusinessKeyLike",
                        "/history/task taskDescriptionLike", "/job activityId", "/variable-instance variableNameLike")) {
                    var words = asked.split(" ");
                    for (var count : List.of("", "/count")) {
                        assertThat(door.post(words[0] + count, "{\"%s\": %s}".formatted(words[1], tooLong)).statusCode())
                                .as("%s asks %s at %s", role, asked, door).isLessThan(500);
                    }
                }
                assertThat(door.get("/task?name=" + "x".repeat(5000)).statusCode()).isLessThan(500);
                assertThat(door.get("/task/" + "x".repeat(5000)).statusCode()).isLessThan(500);
                assertThat(door.post("/task", "{\"name\": \"" + "x".repeat(6_000_000) + "\"}").statusCode()).isEqualTo(413);
            }
        }
    }

    @Test
    void an_address_written_otherwise_is_no_way_around_the_door() {
        var job = management.createJobQuery().processInstanceId(instance).singleResult();
        var door = Doors.engineRest(port, Doors.somebody(users, Roles.ofSchool("9993001")));
        for (var path : List.of("/%65ngine-rest/job/" + job.getId() + "/execute", "/engine-rest/%6Aob/" + job.getId() + "/execute",
                "/engine-rest/engine/default/job/" + job.getId() + "/execute", "/engine-rest/engine/default/job/" + job.getId() + "/execute/",
                "/engine-rest//job/" + job.getId() + "/execute", "//engine-rest/job/" + job.getId() + "/execute",
                "/engine-rest/./job/" + job.getId() + "/execute", "/engine-rest/task/../job/" + job.getId() + "/execute",
                "/engine-rest;x=y/job/" + job.getId() + "/execute")) {
            assertThat(door.browser().post(path, "{}").statusCode()).as(path).isIn(400, 403, 404);
        }
        assertThat(management.createJobQuery().processInstanceId(instance).singleResult().getRetries()).isEqualTo(job.getRetries());
    }

    @Test
    void people_change_their_own_password_alone_and_guessing_it_is_slowed_down() {
        var other = Doors.somebody(users, Roles.EWO);
        var change = "{\"password\": \"another right password\", \"authenticatedUserPassword\": \"%s\"}";
        for (var door : doors(Roles.EWO)) {
            assertThat(door.send("PUT", "/user/%s/credentials".formatted(other), change.formatted(Doors.PASSWORD)).statusCode()).isEqualTo(403);
            assertThat(door.post("/identity/verify", "{\"username\": \"%s\", \"password\": \"x\"}".formatted(other)).statusCode()).isEqualTo(403);
            for (int tries = 0; tries < 4; tries++) {
                assertThat(door.send("PUT", "/user/%s/credentials".formatted(door.user()), change.formatted("wrong")).statusCode())
                        .isEqualTo(400);
            }
            if (door.token() != null) {
                assertThat(door.send("PUT", "/user/%s/credentials".formatted(door.user()), change.formatted(Doors.PASSWORD)).statusCode())
                        .as("has to wait").isEqualTo(400);
            }
        }
        for (var door : doors(Roles.EWO)) {
            assertThat(door.send("PUT", "/user/%s/credentials".formatted(door.user()), change.formatted(Doors.PASSWORD)).statusCode())
                    .isEqualTo(204);
            break;
        }
    }

    @Test
    void nothing_personal_is_kept_by_a_browser() {
        for (var door : doors(Roles.ofSchool("9993001"))) {
            for (var path : List.of("/task", "/task/" + task.getId(), "/task/%s/form-variables".formatted(task.getId()), "/filter",
                    "/process-definition", "/engine")) {
                assertThat(door.get(path).headers().allValues("Cache-Control")).as("%s at %s", path, door).hasSize(1)
                        .first().asString().contains("no-store");
            }
        }
    }

    private static String message(String child) {
        return """
                {"messageName": "anything", "correlationKeys": {"pupilName": {"value": "%s", "type": "String"}}}""".formatted(child);
    }

    /** @return the status of both */
    private static int same(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(one.body()).isEqualTo(other.body());
        assertThat(one.statusCode()).isEqualTo(other.statusCode());
        return one.statusCode();
    }

    private List<Door> doors(String role) {
        return Doors.of(port, Doors.somebody(users, role));
    }

    private static List<String> everyRole() {
        return Stream.of(Roles.ofSchool("9993001"), Roles.ofSchool("9993002"), Roles.APWS_OFFICE, Roles.EWO, Roles.PANEL_CHAIR,
                Roles.SERVICE_MANAGER, Roles.SERVICE_MANAGER_DEPUTY, Roles.LEGAL, Roles.MANAGER, Roles.ANALYST).toList();
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }
}
