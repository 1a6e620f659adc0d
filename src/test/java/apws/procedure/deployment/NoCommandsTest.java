package apws.procedure.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.Roles;
import apws.access.Users;
import apws.procedure.Door;
import apws.procedure.gate.GateFacts;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** An analyst runs no commands on the server: through no door, under no name, and not by what the engine reads past the first barrier. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(GateFacts.class)
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoCommandsTest {

    private static final String ANALYST = "commanding.analyst";
    private static final String PASSWORD = "a-password-of-a-test";
    private static final String SHELL = """
            <bpmn:serviceTask id='it' camunda:type='shell'><bpmn:extensionElements><camunda:field name='command' stringValue='id'/>
            </bpmn:extensionElements></bpmn:serviceTask>""";
    private static final String GROOVY_TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="apws">
              <decision id="evil" name="d"><decisionTable id="t"><input id="i"><inputExpression id="e" expressionLanguage="%s"><text>x</text></inputExpression>
              </input><output id="o" name="o"/></decisionTable></decision></definitions>""";

    @Autowired RepositoryService repository;
    @Autowired ProcessEngine engine;

    @LocalServerPort int port;

    private List<Door> doors;

    @BeforeAll
    void anAnalyst(@Autowired Users users) {
        users.ensureUser(ANALYST, "Ana", "Lyst", "analyst@council.example", PASSWORD, Roles.ANALYST);
        doors = Door.both(port, ANALYST, PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evilbpmn", "evil.bpmn", "evilbpmn20.xml", "evil.bpmn20.xml", "bpmn"})
    void aDiagramIsOneForTheCheckUnderEveryNameUnderWhichItIsOneForTheEngine(String name, CapturedOutput log) {
        assertThatThrownBy(() -> repository.createDeployment().addString(name, diagram(SHELL)).deploy()).isInstanceOf(ParseException.class)
                .hasMessageContaining(name + " is not deployed. it: is done outside, as shell");
        for (var answer : throughBothDoors(name, diagram(SHELL))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("it: is done outside, as shell");
        }
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("evil").count()).isZero();
        assertThat(log.getAll()).as("a person's mistake is no error in the log").doesNotContain("ERROR").doesNotContain("\tat org.camunda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evildmn", "evil.dmn", "evildmn11.xml"})
    void aDecisionTableToo(String name) {
        for (var language : List.of("groovy", "juel", "javascript", "groovy-feel")) {
            for (var answer : throughBothDoors(name, GROOVY_TABLE.formatted(language))) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
                assertThat(answer.body()).contains("e: is written in %s: use FEEL".formatted(language));
            }
        }
        assertThat(repository.createDecisionDefinitionQuery().decisionDefinitionKey("evil").count()).isZero();
    }

    @Test
    void andAForm() {
        for (var answer : throughBothDoors("evilform", "{\"id\": \"evil\", \"components\": [{\"type\": \"script\", \"id\": \"x\"}]}")) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("which Tasklist cannot show");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.cmmn", "evil.js", "evil.svg", "evil.evil.png", "evil.html", "evil", "evil.BPMN", "META-INF/processes.xml"})
    void whatIsNoDiagramTableOrFormIsRefused(String name) {
        for (var answer : throughBothDoors(name, "<svg/>")) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("is no diagram, decision table or form");
        }
        assertThatThrownBy(() -> repository.createDeployment().addString(name, "<svg/>").deploy()).isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deepbpmn", "deep.bpmn", "deep.dmn"})
    void xmlNestedTwentyThousandDeepIsThe400OfAMistake(String name) {
        var deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);
        for (var answer : throughBothDoors(name, deep)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("is not readable XML");
        }
        assertThatThrownBy(() -> parse(deep)).isInstanceOf(ParseException.class);
    }

    @Test
    void soAreFormsAndExpressionsNestedTwentyThousandDeep() {
        var brackets = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        for (var answer : throughBothDoors("deep.form", "{\"id\": \"deep\", \"components\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}")) {
            assertThat(answer.statusCode()).isEqualTo(400);
        }
        for (var answer : throughBothDoors("deep.form", """
                {"id": "deep", "components": [{"type": "text", "id": "t", "conditional": {"hide": "=%s"}}]}""".formatted(brackets))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("brackets lie too deep");
        }
        for (var answer : throughBothDoors("deep.bpmn", diagram("<bpmn:serviceTask id='it' camunda:expression='${%s}'/>".formatted(brackets)))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("brackets lie too deep");
        }
    }

    /** What would stand past the first barrier: read by the engine itself, without a deployment, under a name that says nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<bpmn:serviceTask id='it' camunda:type='shell'/>                                                 | shell",
        "<bpmn:sendTask id='it' camunda:type='mail'/>                                                     | mail",
        "<bpmn:serviceTask id='it' camunda:type='external' camunda:topic='x'/>                            | external",
        "<bpmn:serviceTask id='it' camunda:class='x.Y'/>                                                  | names the class x.Y",
        "<bpmn:serviceTask id='it' activiti:class='x.Y'/>                                                 | namespace",
        "<bpmn:scriptTask id='it' scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>   | is a script task",
        "<bpmn:callActivity id='it' calledElement='x' camunda:variableMappingClass='x.Y'/>                | names the class x.Y",
        "<bpmn:callActivity id='it' calledElement='x' camunda:variableMappingDelegateExpression='${calendar}'/> | variableMappingDelegateExpression",
        "<bpmn:userTask id='it' camunda:formHandlerClass='x.Y'/>                                          | formHandlerClass",
        "<bpmn:serviceTask id='it' camunda:delegateExpression='${dataSource}'/>                           | no bean for diagrams",
        "<bpmn:serviceTask id='it' camunda:delegateExpression='${jdbcTemplate}'/>                         | no bean for diagrams",
        "<bpmn:serviceTask id='it' camunda:expression='${dataSource.connection}'/>                        | 'dataSource' is no bean for diagrams",
        "<bpmn:serviceTask id='it' camunda:expression='${calendar.earlierDay}'/>                          | has methods only",
        "<bpmn:serviceTask id='it' camunda:expression='${execution.processDefinition}'/>                  | which diagrams may not",
        "<bpmn:serviceTask id='it' camunda:expression='${repositoryService.createDeployment()}'/>         | no bean for diagrams",
        "<bpmn:userTask id='it' name='${dataSource}'/>                                                    | no bean for diagrams",
        "<bpmn:userTask id='it'><bpmn:extensionElements><camunda:formData><camunda:formField id='f' type='string'><camunda:validation><camunda:constraint name='validator' config='x.Y'/></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask> | writes its form into the diagram",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:executionListener event='start' class='x.Y'/></bpmn:extensionElements></bpmn:task> | names the class x.Y",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:executionListener event='start' expression='${dataSource.connection}'/></bpmn:extensionElements></bpmn:task> | no bean for diagrams",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='juel'>x</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:task> | holds a script",
        "<bpmn:userTask id='it'><bpmn:extensionElements><camunda:taskListener event='create' class='x.Y'/></bpmn:extensionElements></bpmn:userTask> | names the class x.Y",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>x</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task> | holds a script",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name='a'><camunda:script scriptFormat='juel' resource='x.js'/></camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task> | holds a script",
        "<bpmn:task id='it'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>${dataSource}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:task> | no bean for diagrams",
        "<bpmn:serviceTask id='it'><bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask> | holds a connector",
        "<bpmn:serviceTask id='it'><bpmn:extensionElements><connector xmlns='x'/></bpmn:extensionElements></bpmn:serviceTask> | holds a connector",
        "<bpmn:serviceTask id='it' camunda:delegateExpression='${issueLetter}'><bpmn:extensionElements><camunda:field name='x' expression='${1}'/></bpmn:extensionElements></bpmn:serviceTask> | camunda:field",
        "<bpmn:callActivity id='it' calledElement='x'><bpmn:extensionElements><camunda:in sourceExpression='${dataSource}' target='x'/></bpmn:extensionElements></bpmn:callActivity> | no bean for diagrams",
        "<bpmn:callActivity id='it' calledElement='x'><bpmn:extensionElements><camunda:out sourceExpression='${dataSource}' target='x'/></bpmn:extensionElements></bpmn:callActivity> | no bean for diagrams",
        "<bpmn:sequenceFlow id='it' sourceRef='start' targetRef='end'><bpmn:conditionExpression language='juel'>x</bpmn:conditionExpression></bpmn:sequenceFlow> | language",
        "<bpmn:sequenceFlow id='it' sourceRef='start' targetRef='end'><bpmn:conditionExpression camunda:resource='x.js'/></bpmn:sequenceFlow> | names the script x.js",
        "<bpmn:sequenceFlow id='it' sourceRef='start' targetRef='end'><bpmn:conditionExpression>${dataSource == null}</bpmn:conditionExpression></bpmn:sequenceFlow> | no bean for diagrams",
        "<bpmn:businessRuleTask id='it' camunda:class='x.Y'/>                                             | names the class x.Y",
        "<bpmn:intermediateThrowEvent id='it'><bpmn:messageEventDefinition camunda:class='x.Y'/></bpmn:intermediateThrowEvent> | names the class x.Y",
    })
    void theEngineItselfReadsNothingThatReachesOutOfADiagram(String element, String why) {
        assertThatThrownBy(() -> parse(diagram(element))).isInstanceOf(ParseException.class).hasMessageContaining("it")
                .hasMessageContaining(why);
    }

    @Test
    void nordATableInAnotherLanguage() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var tables = configuration.getDmnEngineConfiguration();
        for (var language : List.of("groovy", "juel", "javascript")) {
            var table = Dmn.readModelFromStream(new ByteArrayInputStream(GROOVY_TABLE.formatted(language).getBytes(UTF_8)));
            assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired().execute(context ->
                    tables.getTransformer().createTransform().modelInstance(table).transformDecisionRequirementsGraph()))
                    .hasStackTraceContaining("is written in %s: use FEEL".formatted(language));
        }
    }

    @Test
    void noScriptRuns() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        for (var language : List.of("juel", "groovy", "javascript")) {
            assertThatThrownBy(() -> configuration.getScriptingEngines().getScriptEngineForLanguage(language))
                    .isInstanceOf(ProcessEngineException.class).hasMessageContaining("No script is run here");
            assertThatThrownBy(() -> ((DefaultDmnEngineConfiguration) configuration.getDmnEngineConfiguration()).getScriptEngineResolver()
                    .getScriptEngineForLanguage(language)).isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void noDecisionTableCallsTheMethodsOfAnObject() {
        var feel = ((DefaultDmnEngineConfiguration) ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDmnEngineConfiguration())
                .getFeelEngine();
        var variables = Variables.putValue("thing", new Thing()).putValue("number", 2).asVariableContext();
        assertThat(feel.<Object>evaluateSimpleExpression("number + 1", variables)).hasToString("3");
        for (var expression : List.of("thing.getClass().name", "thing.name", "get value(thing, \"class\")")) {
            assertThatThrownBy(() -> feel.evaluateSimpleExpression(expression, variables)).hasStackTraceContaining("which no decision table reads");
        }
        var several = Variables.putValue("things", List.of(new Thing())).asVariableContext();
        assertThatThrownBy(() -> feel.evaluateSimpleExpression("things[1].name", several)).hasStackTraceContaining("which no decision table reads");
    }

    public static class Thing {

        public String getName() {
            return "thing";
        }
    }

    private void parse(String diagram) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            new BpmnParser(configuration.getExpressionManager(), configuration.getBpmnParseFactory()).createParse()
                    .sourceString(diagram).deployment(new DeploymentEntity()).name("under a name that says nothing").execute();
            return null;
        });
    }

    private List<HttpResponse<String>> throughBothDoors(String name, String content) {
        return doors.stream().map(door -> door.deploy(name, content)).toList();
    }

    private static String diagram(String elements) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                 xmlns:activiti="http://activiti.org/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="apws">
                  <bpmn:process id="evil" isExecutable="true"><bpmn:startEvent id="start"/>%s<bpmn:endEvent id="end"/></bpmn:process></bpmn:definitions>"""
                .formatted(elements);
    }
}
