package apws.procedure.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.EngineGrants;
import apws.access.Groups;
import apws.access.Roles;
import apws.access.Users;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gate in the running application: in Java, over both REST APIs, and by two people at once. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(GateFacts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormGateTest {

    private static final String SCHOOL = "9990001";
    private static final String ANOTHER_SCHOOL = "9990002";
    private static final String LEAD = "gate.lead";
    private static final String STRANGER = "gate.stranger";
    private static final String PASSWORD = "a-password-of-a-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService repository;
    @Autowired HistoryService history;
    @Autowired AuthorizationService authorizations;
    @Autowired Entries entries;
    @Autowired Cases cases;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private Case openCase;
    private Case closedCase;
    private Case anothersCase;
    private String reference;
    private Task task;

    @BeforeAll
    void setUp(@Autowired Schools schools, @Autowired Pupils pupils, @Autowired Groups groups, @Autowired Users users) {
        repository.createDeployment().name("gate").addClasspathResource("gate/gate-task.bpmn").addClasspathResource("gate/gate-start.bpmn")
                .addClasspathResource("gate/gate-decide.form").addClasspathResource("gate/gate-contact.form").deploy();
        for (var code : List.of(SCHOOL, ANOTHER_SCHOOL)) {
            schools.save(new School(code, "School " + code, "1 High Street", "01999 555000", "office@school.example", "8.30 to 16.00",
                    "Mr H Teacher", "Mrs A Lead", "Attendance Lead", false, null));
            groups.ensureSchoolGroup(code, "School " + code);
            mayStart(Roles.ofSchool(code), Resources.PROCESS_DEFINITION, "gate-start", Permissions.CREATE_INSTANCE);
        }
        users.ensureUser(LEAD, "Lea", "Lead", "lead@school.example", PASSWORD, Roles.ofSchool(SCHOOL));
        users.ensureUser(STRANGER, "Stan", "Ranger", "ranger@school.example", PASSWORD, Roles.ofSchool(ANOTHER_SCHOOL));
        openCase = cases.open(pupil(pupils, "A123456789011", SCHOOL), SCHOOL, "system");
        anothersCase = cases.open(pupil(pupils, "A123456789012", ANOTHER_SCHOOL), ANOTHER_SCHOOL, "system");
        closedCase = cases.open(pupil(pupils, "A123456789013", SCHOOL), SCHOOL, "system");
        cases.close(closedCase.reference(), "moved away");
    }

    private static long pupil(Pupils pupils, String upn, String school) {
        return pupils.save(new Pupil(null, upn, "Ada", "Moss", LocalDate.of(2014, 5, 1), "6", school, LocalDate.of(2018, 9, 1), null,
                false, false, false, false, false, false, false, false)).id();
    }

    private void mayStart(String group, Resources resource, String id, Permissions permission) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        authorizations.saveAuthorization(grant);
    }

    @BeforeEach
    void aTask() {
        reference = "gate-" + UUID.randomUUID();
        runtime.startProcessInstanceByKey("gate-task", reference, Map.of("pupilId", 7L, "schoolGroup", Roles.ofSchool(SCHOOL)));
        task = current();
    }

    private Task current() {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).singleResult();
    }

    private List<Entry> recorded() {
        return entries.of(reference);
    }

    private static String answers(String decision) {
        return """
                {"variables": {"decision": {"value": "%s"}, "note": {"value": "seen"}, "letters": {"type": "Json",
                 "value": "[{\\"parent\\": \\"Ms A Moss\\", \\"send\\": true}, {\\"parent\\": \\"Mr B Moss\\", \\"send\\": false}]"}}}""".formatted(decision);
    }

    private static Map<String, Object> allAnswers() {
        return Map.of("decision", "send", "letters", List.of(Map.of("parent", "Ms A Moss", "send", true), Map.of("parent", "Mr B Moss")));
    }

    @Test
    void keepsTheEntryAndHandsOnWhatRoutes() {
        tasks.complete(task.getId(), allAnswers());

        assertThat(recorded()).singleElement().satisfies(entry -> {
            assertThat(entry.form()).isEqualTo("gate-decide");
            assertThat(entry.step()).isEqualTo("S1-02");
            assertThat(entry.madeBy()).isEqualTo("system");
            assertThat(entry.data()).isEqualTo(json("""
                    {"decision": "send", "letters": [{"parent": "Ms A Moss", "send": true}, {"parent": "Mr B Moss", "send": false}]}"""));
        });
        assertThat(runtime.getVariables(task.getProcessInstanceId())).containsEntry("decision", "send").containsEntry("holdUntil", null)
                .doesNotContainKeys("letters", "note", "attendance");
    }

    @Test
    void refusesAllThatIsWrongAndLeavesTheTaskAsItWas() {
        assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("decision", "hold", "stage", "Stage 4")))
                .isInstanceOf(EntryRefused.class)
                .hasMessageContaining("stage: is not a field of this form")
                .hasMessageContaining("'Hold until' (holdUntil): is required")
                .hasMessageContaining("'Letters' (letters): row 1 of those given with the form is missing");
        assertThat(current().getId()).isEqualTo(task.getId());
        assertThat(recorded()).isEmpty();
        assertThat(runtime.getVariables(task.getProcessInstanceId())).doesNotContainKeys("decision", "stage");
    }

    @Test
    void checksAnswersAgainstTheFactsShown() {
        assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("decision", "hold", "holdUntil", "2026-11-20", "letters",
                allAnswers().get("letters")))).hasMessageContaining("'Hold until' (holdUntil): must be after the last mark held");
    }

    @Test
    void takesNothingAtAllForNoAnswer() {
        assertThatThrownBy(() -> tasks.complete(task.getId())).isInstanceOf(EntryRefused.class);
        assertThatThrownBy(() -> forms.submitTaskForm(task.getId(), null)).isInstanceOf(EntryRefused.class);
        assertThatThrownBy(() -> tasks.completeWithVariablesInReturn(task.getId(), Map.of(), true)).isInstanceOf(EntryRefused.class);
        assertThatThrownBy(() -> forms.submitTaskFormWithVariablesInReturn(task.getId(), Map.of(), true)).isInstanceOf(EntryRefused.class);
    }

    @Test
    void letsNoOtherWayPastTheForm() {
        assertThatThrownBy(() -> tasks.resolveTask(task.getId(), Map.of("decision", "send"))).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> tasks.delegateTask(task.getId(), LEAD)).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> tasks.handleBpmnError(task.getId(), "refused")).isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("The diagram expects no such error");
        assertThatThrownBy(() -> tasks.handleEscalation(task.getId(), "late")).isInstanceOf(BadUserRequestException.class);
        assertThat(current().getId()).isEqualTo(task.getId());
    }

    @Test
    void takesAnErrorWhereTheDiagramCatchesItButNothingWithIt() {
        tasks.complete(task.getId(), allAnswers());
        var again = current();
        assertThatThrownBy(() -> tasks.handleBpmnError(again.getId(), "refused", "no", Map.of("decision", "send")))
                .isInstanceOf(BadUserRequestException.class);
        tasks.handleBpmnError(again.getId(), "refused");
        assertThat(current()).isNull();
    }

    @Test
    void showsTheFactsAsTasklistReadsThem() {
        var shown = forms.getTaskFormVariables(task.getId(), null, false);
        assertThat(shown).containsEntry("attendance", "93.2 %").containsEntry("pupil", 7).containsEntry("asAt", "2026-11-20");
        JsonValue letters = shown.getValueTyped("letters");
        assertThat(json(letters.getValueSerialized())).isEqualTo(json("""
                [{"parent": "Ms A Moss"}, {"parent": "Mr B Moss"}]"""));
        assertThat(runtime.getVariables(task.getProcessInstanceId())).doesNotContainKey("letters");
    }

    @Test
    void asksARoutingQuestionAfresh() {
        tasks.complete(task.getId(), allAnswers());
        assertThat(runtime.getVariable(task.getProcessInstanceId(), "decision")).isEqualTo("send");
        assertThat(forms.getTaskFormVariables(current().getId())).doesNotContainKeys("decision", "holdUntil").containsKey("attendance");
    }

    @Test
    void answersPlainlyWhereTheTaskIsGone() {
        tasks.complete(task.getId(), allAnswers());
        assertThatThrownBy(() -> tasks.complete(task.getId(), allAnswers())).isInstanceOf(EntryRefused.class)
                .hasMessageContaining("no longer there");
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void answersPlainlyWhereTheProcessIsSuspended() {
        runtime.suspendProcessInstanceById(task.getProcessInstanceId());
        assertThatThrownBy(() -> tasks.complete(task.getId(), allAnswers())).isInstanceOf(EntryRefused.class).hasMessageContaining("paused");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void takesOneOfTwoAtOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            aTask();
            Callable<String> complete = () -> {
                try {
                    tasks.complete(task.getId(), allAnswers());
                    return "done";
                } catch (EntryRefused refused) {
                    return refused.getMessage();
                }
            };
            var two = Executors.newFixedThreadPool(2);
            var answered = two.invokeAll(List.of(complete, complete)).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    return e.toString();
                }
            }).toList();
            two.shutdown();
            assertThat(answered).filteredOn("done"::equals).hasSize(1);
            assertThat(answered).filteredOn(answer -> !answer.equals("done")).singleElement().asString().contains("Nothing");
            assertThat(recorded()).hasSize(1);
        }
    }

    @Test
    void aStartFormsEntryIsKeptWithTheCaseItNames() {
        var instance = forms.submitStartForm(definition(), Map.of("caseReference", " " + openCase.reference().toLowerCase(), "what", "rang"));
        assertThat(instance.getBusinessKey()).isEqualTo(openCase.reference());
        assertThat(runtime.getVariables(instance.getId())).containsOnly(Map.entry("caseReference", openCase.reference()));
        assertThat(entries.latest(openCase.reference(), "gate-contact")).hasValueSatisfying(entry -> {
            assertThat(entry.step()).isEqualTo("contact");
            assertThat(entry.text("what")).isEqualTo("rang");
        });
    }

    @Test
    void aStartFormIsRefusedForACaseThatIsClosedOrIsNone() {
        for (var none : List.of(closedCase.reference(), "AI-1999-00001")) {
            assertThatThrownBy(() -> forms.submitStartForm(definition(), Map.of("caseReference", none)))
                    .hasMessageContaining("'Case reference' (caseReference): there is no open case of that reference that you can see")
                    .hasMessageContaining("'What was said' (what): is required");
        }
    }

    @Test
    void aProcessWithAStartFormStartsNoOtherWay() {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("gate-start", Map.of("caseReference", "x")))
                .hasMessageContaining("starts with a form");
        assertThatThrownBy(() -> runtime.createProcessInstanceById(definition()).startAfterActivity("contact-made").execute())
                .hasMessageContaining("starts with a form");
    }

    @Test
    void aStartWithoutAFormTakesNothing() {
        var withoutForm = repository.createProcessDefinitionQuery().processDefinitionKey("gate-task").latestVersion().singleResult().getId();
        assertThatThrownBy(() -> forms.submitStartForm(withoutForm, Map.of("stage", "Stage 4"))).isInstanceOf(EntryRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void overHttpAnswers400WithTheFieldAndTheReason(String way) throws Exception {
        for (var api : List.of(new EngineRest(LEAD), new Webapps(LEAD))) {
            var answer = api.post("/task/%s/%s".formatted(task.getId(), way), "{\"variables\": {\"decision\": {\"value\": \"burn\"}}}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(message(answer)).contains("'Decision' (decision): is not among the choices offered").contains("'Letters' (letters)");
            assertThat(current().getId()).isEqualTo(task.getId());
            assertThat(recorded()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void overHttpTakesWhatIsRightAsItsSender(String way) throws Exception {
        assertThat(new EngineRest(LEAD).post("/task/%s/%s".formatted(task.getId(), way), answers("send")).statusCode()).isEqualTo(204);
        assertThat(new Webapps(LEAD).post("/task/%s/%s".formatted(current().getId(), way), answers("send")).statusCode()).isEqualTo(204);
        assertThat(recorded()).extracting(Entry::madeBy).containsExactly(LEAD, LEAD);
        assertThat(recorded()).extracting(Entry::step).containsExactly("S1-02", "again");
    }

    @Test
    void overHttpRefusesEveryOtherWay() throws Exception {
        var lead = new EngineRest(LEAD);
        var path = "/task/" + task.getId();
        for (var closed : List.of("resolve", "bpmnError", "bpmnEscalation", "delegate")) {
            assertThat(lead.post(path + "/" + closed, "{}").statusCode()).as("%s, which only an administrator reaches", closed).isEqualTo(403);
        }
        var administrator = new EngineRest("test-administrator", "test-administrator-password");
        assertThat(administrator.post(path + "/resolve", answers("send")).statusCode()).isEqualTo(400);
        assertThat(administrator.post(path + "/bpmnError", "{\"errorCode\": \"refused\"}").statusCode()).isEqualTo(400);
        assertThat(administrator.post(path + "/bpmnEscalation", "{\"escalationCode\": \"late\"}").statusCode()).isEqualTo(400);
        assertThat(administrator.post(path + "/delegate", "{\"userId\": \"gate.stranger\"}").statusCode()).isEqualTo(400);
        assertThat(lead.post(path + "/complete", """
                {"variables": {"decision": {"type": "Object", "value": "x", "valueInfo":
                 {"objectTypeName": "java.lang.Object", "serializationDataFormat": "application/x-java-serialized-object"}}}}""").statusCode())
                .isEqualTo(400);
        assertThat(current().getId()).isEqualTo(task.getId());
    }

    @Test
    void overHttpShowsNothingToSomebodyWhoseTaskItIsNot() throws Exception {
        assertThat(new EngineRest(LEAD).get("/task/%s/form-variables?deserializeValues=false".formatted(task.getId())).body())
                .contains("93.2 %");
        for (var api : List.of(new EngineRest(STRANGER), new Webapps(STRANGER))) {
            var answer = api.get("/task/%s/form-variables?deserializeValues=false".formatted(task.getId()));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("93.2 %");
            assertThat(api.post("/task/%s/complete".formatted(task.getId()), answers("send")).statusCode()).isEqualTo(403);
            assertThat(api.post("/task/%s/submit-form".formatted(task.getId()), "{}").statusCode()).isEqualTo(403);
        }
    }

    /** A week's delay shows a task to managers, it does not let them complete it; nor do an administrator's permissions (settlement 10). */
    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void aTaskThatIsShownForBeingOverdueStaysWithThoseWhoAreAskedToDoIt(String way) throws Exception {
        var path = "/task/" + task.getId();
        tasks.addGroupIdentityLink(task.getId(), Roles.ofSchool(ANOTHER_SCHOOL), EngineGrants.SHOWN_TO);
        for (var api : List.of(new EngineRest(STRANGER), new Webapps(STRANGER))) {
            assertThat(api.get(path + "/form-variables?deserializeValues=false").body()).contains("93.2 %");
            assertThat(api.post(path + "/" + way, answers("send")).statusCode()).isEqualTo(403);
            assertThat(api.post(path + "/claim", "{\"userId\": \"%s\"}".formatted(STRANGER)).statusCode()).isEqualTo(403);
        }
        var administrator = new EngineRest("test-administrator", "test-administrator-password").post(path + "/" + way, answers("send"));
        assertThat(administrator.statusCode()).isEqualTo(403);
        assertThat(message(administrator)).contains("for others to do");
        assertThat(recorded()).isEmpty();

        assertThat(new EngineRest(LEAD).post(path + "/" + way, answers("send")).statusCode()).isEqualTo(204);
    }

    @Test
    void aGroupThatIsAskedToDoATaskDoesNotLoseItByBeingShownIt() throws Exception {
        tasks.addGroupIdentityLink(task.getId(), Roles.ofSchool(SCHOOL), EngineGrants.SHOWN_TO);

        assertThat(new EngineRest(LEAD).post("/task/%s/complete".formatted(task.getId()), answers("send")).statusCode()).isEqualTo(204);
    }

    @Test
    void overHttpAnswers400OnceTheTaskIsGone() throws Exception {
        tasks.complete(task.getId(), allAnswers());
        var answer = new EngineRest(LEAD).post("/task/%s/complete".formatted(task.getId()), answers("send"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).contains("no longer there");
    }

    @Test
    void overHttpStartsOnlyWithTheForm() throws Exception {
        var lead = new EngineRest(LEAD);
        var contact = "{\"variables\": {\"caseReference\": {\"value\": \"%s\"}, \"what\": {\"value\": \"rang\"}}}";
        assertThat(lead.post("/process-definition/key/gate-start/start", contact.formatted(openCase.reference())).statusCode()).isEqualTo(403);
        assertThat(new EngineRest("test-administrator", "test-administrator-password").post("/process-definition/key/gate-start/start",
                contact.formatted(openCase.reference())).statusCode()).isEqualTo(400);
        var refused = lead.post("/process-definition/key/gate-start/submit-form", contact.formatted(anothersCase.reference()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(refused)).contains("'Case reference' (caseReference): there is no open case of that reference that you can see");
        assertThat(lead.post("/process-definition/key/gate-start/submit-form", contact.formatted(openCase.reference())).statusCode())
                .isEqualTo(200);
        assertThat(entries.latest(openCase.reference(), "gate-contact")).hasValueSatisfying(entry ->
                assertThat(entry.madeBy()).isEqualTo(LEAD));
    }

    private String definition() {
        return repository.createProcessDefinitionQuery().processDefinitionKey("gate-start").latestVersion().singleResult().getId();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String message(HttpResponse<String> answer) {
        return json(answer.body()).path("message").asText();
    }

    /** One of the two doors to the engine's REST API. */
    private abstract class Api {

        private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String path) throws Exception {
            return send(request(path).GET());
        }

        HttpResponse<String> post(String path, String body) throws Exception {
            return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
        }

        abstract HttpRequest.Builder request(String path);

        HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private class EngineRest extends Api {

        private final String user;
        private final String password;

        EngineRest(String user) {
            this(user, PASSWORD);
        }

        EngineRest(String user, String password) {
            this.user = user;
            this.password = password;
        }

        @Override
        HttpRequest.Builder request(String path) {
            var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
            return to("/engine-rest" + path).header("Authorization", "Basic " + credentials);
        }
    }

    /** As Tasklist calls it, from a signed-in browser. */
    private class Webapps extends Api {

        private final String token;

        Webapps(String user) throws Exception {
            var page = send(to("/sign-in").GET()).body();
            var form = "username=%s&password=%s&_csrf=%s".formatted(user, PASSWORD, URLEncoder.encode(hidden(page), UTF_8));
            send(to("/sign-in").header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
            token = send(to("/camunda/app/tasklist/default/").GET()).headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith("XSRF-TOKEN=")).map(cookie -> cookie.substring(11, cookie.indexOf(';'))).findFirst().orElse("");
        }

        private static String hidden(String page) {
            var found = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
            return found.find() ? found.group(1) : "";
        }

        @Override
        HttpRequest.Builder request(String path) {
            return to("/camunda/api/engine/engine/default" + path).header("X-XSRF-TOKEN", token);
        }
    }
}
