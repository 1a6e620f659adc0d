package apws.procedure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import apws.access.EngineGrants;
import apws.access.Groups;
import apws.access.Roles;
import apws.access.Users;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.form.FilledForm;
import apws.legal.LegalRefusal;
import apws.officer.Allocations;
import apws.officer.CannotTake;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.procedure.Door;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.School;
import apws.pupil.Schools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The gate in the running application: in Java, over both REST APIs, and by two people at once. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(GateFacts.class)
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormGateTest {

    private static final String SCHOOL = "9990001";
    private static final String ANOTHER_SCHOOL = "9990002";
    private static final String LEAD = "gate.lead";
    private static final String STRANGER = "gate.stranger";
    private static final String ANALYST = "gate.analyst";
    private static final String OFFICER = "gate.officer";
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
    void setUp(@Autowired Schools schools, @Autowired Pupils pupils, @Autowired Groups groups, @Autowired Users users, @Autowired Officers officers) {
        repository.createDeployment().name("gate").addClasspathResource("gate/gate-task.bpmn").addClasspathResource("gate/gate-start.bpmn")
                .addClasspathResource("gate/gate-shows.bpmn").addClasspathResource("gate/gate-decide.form").addClasspathResource("gate/gate-contact.form").deploy();
        for (var code : List.of(SCHOOL, ANOTHER_SCHOOL)) {
            schools.save(new School(code, "School " + code, "1 High Street", "01999 555000", "office@school.example", "8.30 to 16.00",
                    "Mr H Teacher", "Mrs A Lead", "Attendance Lead", false, null));
            groups.ensureSchoolGroup(code, "School " + code);
            mayStart(Roles.ofSchool(code), Resources.PROCESS_DEFINITION, "gate-start", Permissions.CREATE_INSTANCE);
        }
        users.ensureUser(LEAD, "Lea", "Lead", "lead@school.example", PASSWORD, Roles.ofSchool(SCHOOL));
        users.ensureUser(STRANGER, "Stan", "Ranger", "ranger@school.example", PASSWORD, Roles.ofSchool(ANOTHER_SCHOOL));
        users.ensureUser(ANALYST, "Ana", "Lyst", "analyst@council.example", PASSWORD, Roles.ANALYST);
        users.ensureUser(OFFICER, "Offa", "Cer", "officer@council.example", PASSWORD, Roles.EWO);
        officers.save(new Officer(OFFICER, "Offa Cer", "Education Welfare Officer", "01999 555001", "officer@council.example", 50, null, null, null, null),
                List.of());
        for (var role : List.of(Roles.APWS_OFFICE, Roles.EWO, Roles.PANEL_CHAIR, Roles.LEGAL, Roles.SERVICE_MANAGER, Roles.MANAGER)) {
            users.ensureUser("gate." + role, "Some", "Body", "somebody@council.example", PASSWORD, role);
        }
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
        runtime.startProcessInstanceByKey("gate-task", reference, Map.of("pupilId", openCase.pupilId(), "schoolGroup", Roles.ofSchool(SCHOOL)));
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
        assertThat(shown).containsEntry("attendance", "93.2 %").containsEntry("pupil", (int) openCase.pupilId()).containsEntry("asAt", "2026-11-20");
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
        assertThat(entries.newest(openCase.reference(), "gate-contact")).hasValueSatisfying(entry -> {
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
        for (var api : List.of(engineRest(LEAD), webapps(LEAD))) {
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
        assertThat(engineRest(LEAD).post("/task/%s/%s".formatted(task.getId(), way), answers("send")).statusCode()).isEqualTo(204);
        assertThat(webapps(LEAD).post("/task/%s/%s".formatted(current().getId(), way), answers("send")).statusCode()).isEqualTo(204);
        assertThat(recorded()).extracting(Entry::madeBy).containsExactly(LEAD, LEAD);
        assertThat(recorded()).extracting(Entry::step).containsExactly("S1-02", "again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void overHttpAsksWhetherAMeetingOnASundayIsMeantAndKeepsTheReason(String way) throws Exception {
        var sunday = LocalDate.now().plusDays(28).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        var unasked = answers("send").replace("\"note\"", "\"meetingOn\": {\"value\": \"%s\"}, \"note\"".formatted(sunday));
        var asked = engineRest(LEAD).post("/task/%s/%s".formatted(task.getId(), way), unasked);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(message(asked)).contains("'Meeting on' (meetingOn): is a Sunday. Choose another day, such as");
        assertThat(recorded()).isEmpty();

        var meant = unasked.replace("\"note\"", "\"meetingOnWhy\": {\"value\": \"The school has its open day\"}, \"note\"");
        assertThat(webapps(LEAD).post("/task/%s/%s".formatted(task.getId(), way), meant).statusCode()).isEqualTo(204);
        assertThat(recorded()).singleElement().satisfies(entry -> {
            assertThat(entry.text("meetingOn")).isEqualTo(sunday.toString());
            assertThat(entry.text("meetingOnWhy")).isEqualTo("The school has its open day");
        });
    }

    @Test
    void overHttpRefusesEveryOtherWay() throws Exception {
        var lead = engineRest(LEAD);
        var path = "/task/" + task.getId();
        for (var closed : List.of("resolve", "bpmnError", "bpmnEscalation", "delegate")) {
            assertThat(lead.post(path + "/" + closed, "{}").statusCode()).as("%s, which only an administrator reaches", closed).isEqualTo(403);
        }
        var administrator = Door.engineRest(port, "test-administrator", "test-administrator-password");
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
        assertThat(engineRest(LEAD).get("/task/%s/form-variables?deserializeValues=false".formatted(task.getId())).body())
                .contains("93.2 %");
        for (var api : List.of(engineRest(STRANGER), webapps(STRANGER))) {
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
        for (var api : List.of(engineRest(STRANGER), webapps(STRANGER))) {
            assertThat(api.get(path + "/form-variables?deserializeValues=false").body()).contains("pupilId")
                    .as("of another school's pupil no facts").doesNotContain("93.2 %");
            assertThat(api.post(path + "/" + way, answers("send")).statusCode()).isEqualTo(403);
            assertThat(api.post(path + "/claim", "{\"userId\": \"%s\"}".formatted(STRANGER)).statusCode()).isEqualTo(403);
        }
        var administrator = Door.engineRest(port, "test-administrator", "test-administrator-password").post(path + "/" + way, answers("send"));
        assertThat(administrator.statusCode()).isEqualTo(403);
        assertThat(message(administrator)).contains("for others to do");
        assertThat(recorded()).isEmpty();

        assertThat(engineRest(LEAD).post(path + "/" + way, answers("send")).statusCode()).isEqualTo(204);
    }

    @Test
    void aGroupThatIsAskedToDoATaskDoesNotLoseItByBeingShownIt() throws Exception {
        tasks.addGroupIdentityLink(task.getId(), Roles.ofSchool(SCHOOL), EngineGrants.SHOWN_TO);

        assertThat(engineRest(LEAD).post("/task/%s/complete".formatted(task.getId()), answers("send")).statusCode()).isEqualTo(204);
    }

    @Test
    void overHttpAnswers400OnceTheTaskIsGone() throws Exception {
        tasks.complete(task.getId(), allAnswers());
        var answer = engineRest(LEAD).post("/task/%s/complete".formatted(task.getId()), answers("send"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).contains("no longer there");
    }

    @Test
    void overHttpStartsOnlyWithTheForm() throws Exception {
        var lead = engineRest(LEAD);
        var contact = "{\"variables\": {\"caseReference\": {\"value\": \"%s\"}, \"what\": {\"value\": \"rang\"}}}";
        assertThat(lead.post("/process-definition/key/gate-start/start", contact.formatted(openCase.reference())).statusCode()).isEqualTo(403);
        assertThat(Door.engineRest(port, "test-administrator", "test-administrator-password").post("/process-definition/key/gate-start/start",
                contact.formatted(openCase.reference())).statusCode()).isEqualTo(400);
        var refused = lead.post("/process-definition/key/gate-start/submit-form", contact.formatted(anothersCase.reference()));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(message(refused)).contains("'Case reference' (caseReference): there is no open case of that reference that you can see");
        assertThat(lead.post("/process-definition/key/gate-start/submit-form", contact.formatted(openCase.reference())).statusCode())
                .isEqualTo(200);
        assertThat(entries.newest(openCase.reference(), "gate-contact")).hasValueSatisfying(entry ->
                assertThat(entry.madeBy()).isEqualTo(LEAD));
    }

    @Test
    void anAnalystReadsNoPupilByADiagramWithATaskAssignedToThemselves() {
        look(ANALYST, null, Map.of("pupilId", openCase.pupilId(), "caseReference", openCase.reference()));
        for (var door : Door.both(port, ANALYST, PASSWORD)) {
            var shown = door.get("/task/%s/form-variables".formatted(task.getId()));
            assertThat(shown.statusCode()).isIn(403, 404);
            assertThat(shown.body()).doesNotContain("Ada").doesNotContain("A123456789011").doesNotContain("pupilId");
        }
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(ANALYST, null, Roles.ANALYST));
        try {
            assertThatThrownBy(() -> forms.getTaskFormVariables(task.getId())).isInstanceOf(AuthorizationException.class)
                    .hasMessageContaining("those who work on cases");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void whatShowsGivesIsWhatThePersonMayReadWhateverDiagramAsks() {
        look(null, Roles.ofSchool(SCHOOL), Map.of("pupilId", openCase.pupilId(), "caseReference", openCase.reference()));
        for (var door : Door.both(port, LEAD, PASSWORD)) {
            assertThat(door.get("/task/%s/form-variables".formatted(task.getId())).body()).contains("Ada Moss").contains("\"letters\"")
                    .as("the council's alone").doesNotContain("timeLimitLine");
        }
    }

    @Test
    void aSchoolIsShownOfItsOwnCaseWhatItReadsOfItAnywhere() {
        entries.record(openCase.reference(), "hold-interim-review", "S1-05", JSON.createObjectNode(), "system");
        entries.record(openCase.reference(), "record-interview", "S3-08", JSON.createObjectNode(), "system");
        entries.record(openCase.reference(), "approve-prosecution", "S4-04", JSON.createObjectNode(), "system");
        look(null, Roles.ofSchool(SCHOOL), Map.of("pupilId", openCase.pupilId(), "caseReference", openCase.reference()));
        for (var door : Door.both(port, LEAD, PASSWORD)) {
            assertThat(door.get("/task/%s/form-variables".formatted(task.getId())).body()).contains("hold interim review")
                    .doesNotContain("record interview").doesNotContain("approve prosecution");
        }
    }

    @Test
    void theCouncilsRolesAreShownOfACaseWhatTheyReadOfItAnywhere(@Autowired Pupils pupils, @Autowired Allocations allocations, @Autowired Chronology chronology) {
        var seen = cases.open(pupil(pupils, "A123456789014", SCHOOL), SCHOOL, "system");
        allocations.allocateTo(seen.reference(), OFFICER, "by a test", null, "system");
        entries.record(seen.reference(), "hold-interim-review", "S1-05", JSON.createObjectNode(), "system");
        entries.record(seen.reference(), "approve-prosecution", "S4-04", JSON.createObjectNode(), "system");
        var named = Map.<String, Object>of("pupilId", seen.pupilId(), "caseReference", seen.reference());

        for (var casework : List.of(Roles.APWS_OFFICE, Roles.EWO)) {
            assertThat(shown(casework, named)).as(casework).allSatisfy(body -> assertThat(body).contains("pupilLine", "hold interim review")
                    .doesNotContain("timeLimitLine", "approve prosecution"));
        }
        for (var early : List.of(Roles.PANEL_CHAIR, Roles.LEGAL)) {
            assertThat(shown(early, named)).as(early).allSatisfy(body -> assertThat(body).contains("pupilId")
                    .doesNotContain("pupilLine", "\"entries\"", "timeLimitLine", "candidatesLine"));
        }
        chronology.write(seen.reference(), "S3-01", "to the panel", "system");
        chronology.write(seen.reference(), "S4-05", "to Legal Services", "system");
        assertThat(shown(Roles.PANEL_CHAIR, named)).allSatisfy(body -> assertThat(body).contains("pupilLine", "hold interim review")
                .doesNotContain("timeLimitLine", "approve prosecution"));
        for (var all : List.of(Roles.LEGAL, Roles.SERVICE_MANAGER, Roles.MANAGER)) {
            assertThat(shown(all, named)).as(all).allSatisfy(body -> assertThat(body).contains("pupilLine", "approve prosecution", "timeLimitLine"));
        }
        assertThat(shownTo(OFFICER, Roles.EWO, named)).allSatisfy(body -> assertThat(body).contains("pupilLine", "approve prosecution", "timeLimitLine"));
    }

    /** A diagram of somebody's own gives them by their own case nothing of another that its variables name besides. */
    @Test
    void anOfficersOwnCaseOpensNothingOfAColleaguesThatIsNamedBesides(@Autowired Pupils pupils, @Autowired Allocations allocations) {
        var own = cases.open(pupil(pupils, "A123456789015", SCHOOL), SCHOOL, "system");
        allocations.allocateTo(own.reference(), OFFICER, "by a test", null, "system");
        var entry = entries.record(anothersCase.reference(), "write-dispute-down", "Mark dispute", JSON.createObjectNode(), "system");
        for (var besides : List.<Map<String, Object>>of(Map.of("pupilId", anothersCase.pupilId()), Map.of("disputeEntry", entry.id()))) {
            var named = new HashMap<String, Object>(Map.of("pupilId", own.pupilId(), "caseReference", own.reference()));
            assertThat(shownTo(OFFICER, Roles.EWO, named)).allSatisfy(body -> assertThat(body).contains("timeLimitLine"));
            named.putAll(besides);
            assertThat(shownTo(OFFICER, Roles.EWO, named)).as(besides.toString()).allSatisfy(body -> assertThat(body).doesNotContain("timeLimitLine"));
        }
    }

    private List<String> shown(String role, Map<String, Object> variables) {
        return shownTo("gate." + role, role, variables);
    }

    /** At both doors. */
    private List<String> shownTo(String who, String group, Map<String, Object> variables) {
        look(null, group, variables);
        return Door.both(port, who, PASSWORD).stream().map(door -> door.get("/task/%s/form-variables".formatted(task.getId())).body()).toList();
    }

    /** Ids in the variables of a diagram of somebody's own open nothing that is another school's. */
    @Test
    void noIdInAVariableOpensAnothersPupilCaseLetterOrEntry() {
        var entry = entries.record(anothersCase.reference(), "write-dispute-down", "Mark dispute", JSON.createObjectNode(), "system");
        for (var others : List.<Map<String, Object>>of(
                Map.of("pupilId", anothersCase.pupilId(), "caseReference", anothersCase.reference()),
                Map.of("pupilId", anothersCase.pupilId(), "caseReference", openCase.reference()),
                Map.of("pupilId", openCase.pupilId(), "caseReference", anothersCase.reference()),
                Map.of("pupilId", openCase.pupilId(), "caseReference", openCase.reference(), "disputeEntry", entry.id()),
                Map.of("schoolCode", ANOTHER_SCHOOL, "pupilId", anothersCase.pupilId()),
                Map.of("pupilId", openCase.pupilId(), "caseReference", openCase.reference(), "answerEntry", entry.id()))) {
            look(null, Roles.ofSchool(SCHOOL), others);
            for (var door : Door.both(port, LEAD, PASSWORD)) {
                var shown = door.get("/task/%s/form-variables".formatted(task.getId()));
                assertThat(shown.statusCode()).isEqualTo(200);
                assertThat(shown.body()).as(others.toString()).doesNotContain("Ada").doesNotContain("pupilLine").doesNotContain("\"letters\"")
                        .doesNotContain("candidatesLine");
            }
        }
    }

    /** The school that gave a mark answers for it, where the pupil is at another by now (settlement 16), and sees no more than it needs for that. */
    @Test
    void aFormerSchoolIsShownThePupilOfADisputeOfItsOwnMarksAndNoMore() {
        jdbc.sql("insert into former_school (pupil_id, school_code, from_on, until_on, moved_by) values (:pupil, :school, :from, :until, 'a test')")
                .param("pupil", anothersCase.pupilId()).param("school", SCHOOL).param("from", LocalDate.of(2020, 9, 1))
                .param("until", LocalDate.of(2026, 8, 31)).update();
        try {
            for (var session : List.of("2026-06-10 AM", "2026-09-10 AM")) {
                var data = JSON.createObjectNode();
                data.putArray("disputedSessions").add(session);
                var dispute = entries.record(anothersCase.reference(), "write-dispute-down", "Mark dispute", data, "system");
                look(null, Roles.ofSchool(SCHOOL), Map.of("pupilId", anothersCase.pupilId(), "caseReference", anothersCase.reference(),
                        "disputeEntry", dispute.id()));
                var shown = engineRest(LEAD).get("/task/%s/form-variables".formatted(task.getId())).body();
                assertThat(shown.contains("pupilLine")).as(session).isEqualTo(session.startsWith("2026-06"));
                assertThat(shown).doesNotContain("\"letters\"").doesNotContain("\"parents\"");
            }
        } finally {
            jdbc.sql("delete from former_school where moved_by = 'a test'").update();
        }
    }

    private void look(String who, String group, Map<String, Object> variables) {
        reference = "gate-" + UUID.randomUUID();
        var all = new HashMap<>(variables);
        all.put("who", who);
        all.put("group", group == null ? Roles.ANALYST : group);
        runtime.startProcessInstanceByKey("gate-shows", reference, all);
        task = current();
    }

    @Test
    void theServerGivesTheKeyOfWhatAFormStarts() {
        var contact = "{\"businessKey\": \"%s\", \"variables\": {\"caseReference\": {\"value\": \"%s\"}, \"what\": {\"value\": \"rang\"}}}"
                .formatted(anothersCase.reference(), openCase.reference());
        for (var door : Door.both(port, LEAD, PASSWORD)) {
            var refused = door.post("/process-definition/key/gate-start/submit-form", contact);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(message(refused)).contains("businessKey: the application gives it");
        }
        assertThatThrownBy(() -> forms.submitStartForm(definition(), anothersCase.reference(), Map.of("what", "rang")))
                .isInstanceOf(EntryRefused.class).hasMessageContaining("businessKey");
        assertThat(entries.of(anothersCase.reference())).noneMatch(entry -> entry.form().equals("gate-contact"));
    }

    @Test
    void nothingIsSentWithAStartThatIsNotAFieldOfItsForm() {
        for (var door : Door.both(port, LEAD, PASSWORD)) {
            var refused = door.post("/process-definition/key/gate-start/submit-form", """
                    {"variables": {"caseReference": {"value": "%s"}, "what": {"value": "rang"}, "pupilId": {"value": 1}, "upn": {"value": "A1"}}}"""
                    .formatted(openCase.reference()));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(message(refused)).contains("pupilId: is not a field of this form").contains("upn: is not a field of this form");
        }
    }

    /** No manager's start form shows caseloads to schools; no start form shows anything to who may not start it. */
    @Test
    void aStartFormIsForWhoMayStartIt() {
        var mayStart = List.of("withdraw-case", "record-contact", "record-mark-dispute", "report-returned-letter", "who-left", "gate-start");
        var withForm = repository.createProcessDefinitionQuery().latestVersion().list().stream().filter(process -> process.hasStartFormKey()
                || mayStart.contains(process.getKey()) || process.isStartableInTasklist()).map(process -> process.getKey()).toList();
        assertThat(withForm).contains("reallocate-case", "hand-over-caseload", "record-officer-absence", "declare-conflict", "record-appeal",
                "put-case-back", "penalty-notice").containsAll(mayStart);
        for (var door : Door.both(port, LEAD, PASSWORD)) {
            for (var process : withForm) {
                for (var what : List.of("form-variables", "deployed-start-form", "startForm")) {
                    var answer = door.get("/process-definition/key/%s/%s".formatted(process, what));
                    if (mayStart.contains(process)) {
                        assertThat(answer.statusCode()).as(process + " " + what).isEqualTo(200);
                    } else if (!process.equals("gate-task") && !process.equals("gate-shows")) {
                        assertThat(answer.statusCode()).as(process + " " + what + answer.body()).isEqualTo(403);
                        assertThat(answer.body()).doesNotContain("officersToChoose");
                    }
                }
            }
        }
    }

    /** 500 where 400 is due: what neither database takes, and what no column or index does. */
    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void whatCannotBeKeptIsThe400OfTheFieldThatHoldsIt(String way, CapturedOutput log) {
        var longest = "x".repeat(60_000);
        for (var door : Door.both(port, LEAD, PASSWORD)) {
            for (var wrong : List.of(
                    "note|\"a\\u0000b\"|note: holds a character that cannot be kept or printed (U+0000)",
                    "note|\"a\\u000bb\"|note: holds a character that cannot be kept or printed (U+000B)",
                    "note|\"a\\ud800b\"|note: holds a character that cannot be kept or printed (U+D800)",
                    "no\\u0000te|\"a\"|no?te: holds a character that cannot be kept or printed (U+0000)",
                    "letters|[{\"parent\": \"Ms A\\u0000\", \"send\": true}]|letters: holds a character that cannot be kept",
                    "letters|[{\"pa\\u0000rent\": \"Ms A\", \"send\": true}]|letters: holds a character that cannot be kept",
                    "note|\"" + longest + "\"|note: is too long: 50,000 characters at most",
                    "z".repeat(300) + "|\"a\"|: is not a field of this form",
                    "why|\"" + "y".repeat(4001) + "\"|'Why' (why): is too long: 4,000 characters at most",
                    "note|17|'Note' (note): must be text",
                    "note|{\"a\": 1}|'Note' (note): must be text",
                    "letters|\"all\"|'Letters' (letters): must be a list of rows",
                    "note|1e400|'Note' (note): is too large",
                    "decision|[\"send\"]|'Decision' (decision)")) {
                var parts = wrong.split("\\|");
                var answer = door.post("/task/%s/%s".formatted(task.getId(), way),
                        "{\"variables\": {\"%s\": {\"value\": %s}}}".formatted(parts[0], parts[1]));
                assertThat(answer.statusCode()).as(parts[2]).isEqualTo(400);
                assertThat(message(answer)).contains(parts[2]).hasSizeLessThan(3000);
            }
        }
        assertThat(recorded()).isEmpty();
        assertThat(log.getAll()).as("a person's mistake is no error in the log").doesNotContain("ERROR").doesNotContain("\tat org.camunda");
    }

    @Test
    void aStartFormToo() {
        for (var door : Door.both(port, LEAD, PASSWORD)) {
            for (var wrong : List.of("\"caseReference\": {\"value\": \"AI\\u0000\"}", "\"what\": {\"value\": \"\\u0000\"}",
                    "\"caseReference\": {\"value\": \"%s\"}".formatted("A".repeat(60_000)))) {
                assertThat(door.post("/process-definition/key/gate-start/submit-form", "{\"variables\": {%s}}".formatted(wrong)).statusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void noRefusalIsAnErrorInTheLog(CapturedOutput log, @Autowired ProcessEngine engine) {
        var commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
        assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("decision", "burn"))).isInstanceOf(EntryRefused.class);
        assertThatThrownBy(() -> commands.execute(outer -> {
            tasks.complete(task.getId(), Map.of("decision", "burn"));
            return null;
        })).isInstanceOf(EntryRefused.class);
        for (var refusal : List.of(mock(LegalRefusal.class), mock(CannotTake.class), new ParseException("mistaken", "x.bpmn", List.of(), List.of()))) {
            assertThatThrownBy(() -> commands.execute(context -> {
                throw refusal;
            })).isSameAs(refusal);
        }
        runtime.suspendProcessInstanceById(task.getProcessInstanceId());
        assertThatThrownBy(() -> tasks.complete(task.getId(), allAnswers())).hasMessageContaining("paused");
        assertThatThrownBy(() -> commands.execute(outer -> {
            throw new SuspendedEntityInteractionException("paused");
        })).isInstanceOf(SuspendedEntityInteractionException.class);
        assertThat(log.getAll()).doesNotContain("ERROR").doesNotContain("\tat org.camunda");
        assertThatThrownBy(() -> commands.execute(context -> {
            throw new IllegalStateException("an error of the application's own");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(log.getAll()).contains("an error of the application's own");
    }

    /** Files, forms and diagrams in flight: what was answered is read in the words of the form that was answered. */
    @Test
    void anEntryKeepsTheVersionOfTheFormItWasFilledInOnAndIsPrintedByIt(@Autowired FilledForm filledForms) throws IOException {
        tasks.complete(task.getId(), allAnswers());
        var first = recorded().get(0);
        var changed = Files.readString(Path.of("src/test/resources/gate/gate-decide.form"))
                .replace("{ \"label\": \"Send\", \"value\": \"send\" }",
                        "{ \"label\": \"Send today\", \"value\": \"send\" }, { \"label\": \"Ask a colleague\", \"value\": \"ask\" }");
        var deployment = repository.createDeployment().addString("gate-decide.form", changed).deploy();
        try {
            var answers = new HashMap<>(allAnswers());
            answers.put("decision", "ask");
            tasks.complete(current().getId(), answers);
            var second = recorded().get(1);

            assertThat(second.formVersion()).isEqualTo(first.formVersion() + 1);
            assertThat(filledForms.inWords(second.filledIn(), "decision", second.data().path("decision"))).isEqualTo("Ask a colleague");
            assertThat(filledForms.inWords(first.filledIn(), "decision", first.data().path("decision"))).isEqualTo("Send");
        } finally {
            repository.deleteDeployment(deployment.getId());
        }
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

    private Door engineRest(String user) {
        return Door.engineRest(port, user, PASSWORD);
    }

    private Door webapps(String user) {
        return Door.webapps(port, user, PASSWORD);
    }
}
