package apws.procedure.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import apws.access.Roles;
import apws.access.Users;
import apws.procedure.ForDiagrams;
import apws.procedure.IsoPeriod;
import apws.procedure.gate.GateFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.ClassUtils;
import org.springframework.util.LinkedMultiValueMap;

/** What the engine takes and what it leaves, and what expressions reach once they run. */
@Tag("application")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(GateFacts.class)
class DeploymentsTest {

    private static final String DIAGRAM = "weighed.bpmn";
    private static final String JAR = "jar-of-a-test";

    @Autowired RepositoryService repository;
    @Autowired ProcessEngine engine;

    @AfterEach
    void tidyUp() {
        repository.createDeploymentQuery().list().stream().filter(deployment -> deployment.getName() != null && deployment.getName().endsWith("of-a-test"))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void takesTheApplicationsOwnUnderTheirFilesNames() {
        var deployed = repository.createDeploymentQuery().deploymentName("attendance-intervention").singleResult();
        assertThat(repository.getDeploymentResourceNames(deployed.getId())).contains("stage-1-school-intervention.bpmn", "agree-plan.form");
    }

    @Test
    void refusesADiagramWithTheElementsNameAndTakesNothingOfTheDeployment() {
        assertThatThrownBy(() -> repository.createDeployment().name("analyst-of-a-test")
                .addString(DIAGRAM, diagram("<bpmn:userTask id='ask' name='Ask'/>", "1"))
                .addString("a.form", "{\"id\": \"a-of-a-test\", \"type\": \"default\", \"components\": []}").deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("weighed.bpmn is not deployed. ask (Ask): is a user task without a form");
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("weighed").count()).isZero();
        assertThat(repository.createDeploymentQuery().deploymentName("analyst-of-a-test").count()).isZero();
    }

    @Test
    void tellsTheAnalystInModelerWhatIsWrong(@Autowired TestRestTemplate http, @Autowired Users users) {
        users.ensureUser("deploying.analyst", "Ana", "Lyst", "analyst@council.example", "a-password-of-a-test", Roles.ANALYST);
        var deployment = new LinkedMultiValueMap<String, Object>();
        deployment.add("deployment-name", "analyst-of-a-test");
        deployment.add(DIAGRAM, new ByteArrayResource(diagram("<bpmn:userTask id='ask' name='Ask'/>", "1").getBytes(UTF_8)) {
            @Override
            public String getFilename() {
                return DIAGRAM;
            }
        });
        var answer = http.withBasicAuth("deploying.analyst", "a-password-of-a-test")
                .postForEntity("/engine-rest/deployment/create", deployment, String.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("ask (Ask): is a user task without a form").contains("\"mainElementId\":\"ask\"");
    }

    @Test
    void refusesAFormThatTasklistCouldNotShowOrSend() {
        assertThatThrownBy(() -> repository.createDeployment().name("analyst-of-a-test").addString("bad.form", """
                {"id": "bad", "type": "default", "components": [
                  {"id": "files", "type": "dynamiclist", "path": "files", "components": []},
                  {"id": "why", "type": "textfield", "key": "why", "properties": {"check": "=why ==", "requireWhen": "=true"}},
                  {"id": "when", "type": "textfield", "key": "why", "conditional": {"hide": "why"}, "properties": {"routes": "true"}}]}""").deploy())
                .hasMessageContaining("files: may be collapsed").hasMessageContaining("why: check is no FEEL")
                .hasMessageContaining("why: has a check but no checkMessage").hasMessageContaining("why: has a property 'requireWhen' that means nothing")
                .hasMessageContaining("when: has the same key as another field: why").hasMessageContaining("does not begin with '='")
                .hasMessageContaining("when: has routes 'true'");
    }

    @Test
    void refusesAFormThatHasLostOrRetypedAFieldThatJavaReads() throws IOException {
        var form = Files.readString(Path.of("forms/record-outcome.form")).replace("\"key\": \"otherWhat\"", "\"key\": \"whatElse\"")
                .replace("\"value\": \"NOT_GUILTY\"", "\"value\": \"MISTRIAL\"");

        assertThatThrownBy(() -> repository.createDeployment().name("analyst-of-a-test").addString("record-outcome.form", form).deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("record-outcome.form is not deployed. outcome: is not what the application reads under this key: one choice among")
                .hasMessageContaining("otherWhat: is gone, and the application reads it");
    }

    @Test
    void refusesAnAppointmentWithoutAPlaceForItsReason() {
        assertThatThrownBy(() -> repository.createDeployment().name("analyst-of-a-test").addString("bad.form", """
                {"id": "bad", "type": "default", "components": [
                  {"id": "on", "type": "datetime", "subtype": "date", "key": "on", "properties": {"schoolDayUnless": "onWhy"}},
                  {"id": "at", "type": "datetime", "subtype": "time", "timeInterval": 1, "key": "at", "properties": {"afterLetterUnless": "why"}},
                  {"id": "why", "type": "textfield", "key": "why"},
                  {"id": "rows", "type": "dynamiclist", "path": "rows", "disableCollapse": true, "components": [
                    {"id": "row-on", "type": "datetime", "subtype": "date", "key": "on", "properties": {"afterLetterUnless": "why"}}]}]}""").deploy())
                .hasMessageContaining("on: has schoolDayUnless 'onWhy', and there is no text of that key beside it in which the reason could stand")
                .hasMessageContaining("at: has afterLetterUnless, which is for a date")
                .hasMessageContaining("row-on: has afterLetterUnless 'why', and there is no text");
    }

    @Test
    void refusesADecisionTableInAnotherLanguage() {
        assertThatThrownBy(() -> repository.createDeployment().name("analyst-of-a-test").addString("d.dmn", """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="apws">
                  <decision id="d-of-a-test" name="d"><literalExpression expressionLanguage="groovy" id="expression"><text>1</text></literalExpression></decision>
                </definitions>""").deploy()).hasMessageContaining("expression: is written in groovy: use FEEL");
    }

    @Test
    void deploysWhatHasChangedOnly() {
        var first = jar("1").addString("same.form", form("1")).deployWithResult();
        var second = jar("2").addString("same.form", form("1")).deployWithResult();
        assertThat(repository.getDeploymentResourceNames(first.getId())).hasSize(2);
        assertThat(repository.getDeploymentResourceNames(second.getId())).containsExactly(DIAGRAM);
        assertThat(newest()).isEqualTo("2");
    }

    @Test
    void leavesAnAnalystsNewerVersionAlone() {
        jar("1").deploy();
        repository.createDeployment().name("modeler-of-a-test").addString("renamed.bpmn", diagram("", "of the analyst")).deploy();
        jar("1").deploy();
        assertThat(newest()).isEqualTo("of the analyst");
        jar("2").deploy();
        assertThat(newest()).isEqualTo("of the analyst");
    }

    @Test
    void takesTheJarsVersionWhereTheAuthoritySaysSo() {
        jar("1").deploy();
        repository.createDeployment().name("modeler-of-a-test").addString(DIAGRAM, diagram("", "of the analyst")).deploy();
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var usual = configuration.getDeploymentHandlerFactory();
        configuration.setDeploymentHandlerFactory(processEngine -> new AnalystsVersions(processEngine, List.of(DIAGRAM)));
        try {
            jar("2").deploy();
        } finally {
            configuration.setDeploymentHandlerFactory(usual);
        }
        assertThat(newest()).isEqualTo("2");
    }

    @Test
    void letsExpressionsReachNoOtherBeanWhenTheyAreDeployedNorWhileTheyRun() {
        assertThatThrownBy(() -> repository.createDeployment().name("analyst-of-a-test").addString(DIAGRAM, diagram("""
                <bpmn:sequenceFlow id='out' sourceRef='start' targetRef='end'>
                  <bpmn:conditionExpression>${dataSource == null}</bpmn:conditionExpression></bpmn:sequenceFlow>
                <bpmn:endEvent id='end'/>""", "1")).deploy()).hasMessageContaining("out: has the expression").hasMessageContaining("no bean for diagrams");
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        for (var expression : List.of("${dataSource == null}", "${dataSource.connection}", "${repositoryService}")) {
            assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired().execute(context ->
                    configuration.getExpressionManager().createExpression(expression).getValue(StartProcessVariableScope.getSharedInstance())))
                    .hasMessageContaining("Unknown property used in expression");
        }
    }

    @Test
    void letsNoExpressionReachAClassByAComputedName() {
        var expressions = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getExpressionManager();
        var variables = Variables.putValue("text", "x").putValue("member", "class").asVariableContext();
        assertThat(expressions.createExpression("${text}")).isNotNull();
        for (var expression : List.of("${text[member]}", "${text.getClass()}", "${text.class.classLoader}")) {
            assertThatThrownBy(() -> ((JuelExpressionManager) expressions).createValueExpression(expression)
                    .getValue(((JuelExpressionManager) expressions).createElContext(variables)))
                    .hasStackTraceContaining("An expression in a diagram may not use");
        }
    }

    /** Whatever a bean for diagrams takes as a period is looked at when a diagram is deployed. */
    @Test
    void everyPeriodThatADiagramGivesIsMarkedAsOne(@Autowired ListableBeanFactory beans) {
        var periods = Arrays.stream(beans.getBeanNamesForAnnotation(ForDiagrams.class)).flatMap(name ->
                Arrays.stream(ClassUtils.getUserClass(beans.getType(name)).getMethods())).flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> parameter.getName().equals("period")).toList();
        assertThat(periods).hasSizeGreaterThanOrEqualTo(6).allSatisfy(period ->
                assertThat(period.isAnnotationPresent(IsoPeriod.class)).as(period.getDeclaringExecutable().toString()).isTrue());
    }

    private DeploymentBuilder jar(String version) {
        return repository.createDeployment().name(JAR).enableDuplicateFiltering(true).addString(DIAGRAM, diagram("", version));
    }

    private String newest() {
        return repository.createProcessDefinitionQuery().processDefinitionKey("weighed").latestVersion().singleResult().getName();
    }

    private static String form(String version) {
        return "{\"id\": \"same-of-a-test\", \"type\": \"default\", \"components\": [{\"type\": \"text\", \"id\": \"t\", \"text\": \"%s\"}]}".formatted(version);
    }

    private static String diagram(String elements, String name) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="definitions" targetNamespace="apws">
                  <bpmn:process id="weighed" name="%s" isExecutable="true"><bpmn:startEvent id="start"/>%s</bpmn:process></bpmn:definitions>"""
                .formatted(name, elements);
    }
}
