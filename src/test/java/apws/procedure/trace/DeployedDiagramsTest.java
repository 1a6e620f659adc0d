package apws.procedure.trace;

import static org.assertj.core.api.Assertions.assertThat;

import apws.letter.LetterKinds;
import apws.procedure.DiagramFiles;
import apws.procedure.ForDiagrams;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What diagrams call beans, facts and letters by is there in the running application. */
class DeployedDiagramsTest extends CaseTraces {

    private static final Pattern BEAN_USED = Pattern.compile("(?<![\\w.'])([a-z]\\w*)(?=\\.\\w+\\()");
    private static final Set<String> CALLED_WITH_LETTER = Set.of("planLetter", "supportLetter");
    private static final Pattern CHOSEN = Pattern.compile("[?:] '([^']+)'");

    @Autowired
    private RepositoryService repository;
    @Autowired
    private ApplicationContext beans;
    @Autowired
    private LetterKinds kinds;

    @Test
    void everyProcessAndTableKeepsItsHistoryForSixYears() throws IOException {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list()).hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(process -> assertThat(process.getHistoryTimeToLive()).as(process.getKey()).isEqualTo(2190));
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().list()).hasSameSizeAs(DiagramFiles.tables())
                .allSatisfy(table -> assertThat(table.getHistoryTimeToLive()).as(table.getKey()).isEqualTo(2190));
    }

    @Test
    void onlyWhatPeopleStartThemselvesIsOfferedInTasklist() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().startableInTasklist().list())
                .extracting(process -> process.getKey()).containsExactlyInAnyOrder("withdraw-case", "record-contact",
                        "report-returned-letter", "put-case-back", "reallocate-case", "hand-over-caseload", "declare-conflict",
                        "record-officer-absence", "penalty-notice", "notice-to-improve", "record-appeal", "record-mark-dispute", "who-left");
    }

    @Test
    void whatAFormShowsIsThereToBeAsked() throws IOException {
        for (var model : DiagramFiles.models()) {
            for (var property : model.getModelElementsByType(CamundaProperty.class)) {
                if (property.getCamundaName().equals("shows")) {
                    for (var name : property.getCamundaValue().split(" ")) {
                        assertThat(beans.containsBean(name)).as("bean " + name).isTrue();
                        assertThat(beans.getBean(name)).as(name).isInstanceOf(FormFacts.class);
                    }
                }
            }
        }
    }

    /** What schools are asked to do they can also see: whatever else a form shows is the council's alone. */
    @Test
    void whatASchoolsTaskShowsIsForSchoolsToo() throws IOException {
        var shown = new TreeSet<String>();
        for (var model : DiagramFiles.models()) {
            for (var task : model.getModelElementsByType(UserTask.class)) {
                var groups = task.getCamundaCandidateGroups();
                if (groups != null && groups.contains("Group") || "${recordedBy}".equals(task.getCamundaAssignee())) {
                    task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                            .flatMap(properties -> properties.getCamundaProperties().stream())
                            .filter(property -> property.getCamundaName().equals("shows"))
                            .forEach(property -> shown.addAll(List.of(property.getCamundaValue().split(" "))));
                }
            }
        }
        assertThat(shown).contains("candidates", "plan", "letter", "marksToDispute").allSatisfy(name ->
                assertThat(beans.findAnnotationOnBean(name, ForSchoolsToo.class)).as(name).isNotNull());
        for (var councilOnly : List.of("officersToChoose", "casesLeft", "allocation", "suspected", "prosecutionPrepared", "timeLimits", "charge",
                "submission", "referral", "otherCases", "legalMeeting", "proceeding")) {
            assertThat(beans.findAnnotationOnBean(councilOnly, ForSchoolsToo.class)).as(councilOnly).isNull();
        }
    }

    @Test
    void everyBeanThatADiagramNamesIsForDiagrams() throws IOException {
        var named = new TreeSet<String>();
        for (var file : DiagramFiles.diagrams()) {
            var text = Files.readString(file);
            for (var expression : DiagramFiles.matches(DiagramFiles.EXPRESSION, text)) {
                if (text.contains("delegateExpression=\"${" + expression + "}\"")) {
                    named.add(expression);
                }
                named.addAll(DiagramFiles.matches(BEAN_USED, expression));
            }
        }
        named.remove("execution");
        assertThat(named).contains("issueLetter", "calendar", "figures", "candidates");
        for (var name : named) {
            assertThat(beans.findAnnotationOnBean(name, ForDiagrams.class)).as("@ForDiagrams on " + name).isNotNull();
        }
    }

    @Test
    void everyLetterThatADiagramIssuesIsALetter() throws IOException {
        var named = new TreeSet<String>();
        for (var model : DiagramFiles.models()) {
            for (var parameter : model.getModelElementsByType(CamundaInputParameter.class)) {
                if (parameter.getCamundaName().equals("letter")) {
                    named.addAll(lettersOf(parameter.getTextContent()));
                }
            }
            for (var given : model.getModelElementsByType(CamundaIn.class)) {
                if (CALLED_WITH_LETTER.contains(String.valueOf(given.getCamundaTarget())) &&
                        given.getCamundaSourceExpression() != null) {
                    named.add(given.getCamundaSourceExpression());
                }
            }
        }
        assertThat(named).isEqualTo(new TreeSet<>(kinds.codes()));
    }

    /** A code, or the codes that an expression chooses among; what a variable names comes from a call. */
    private static List<String> lettersOf(String letter) {
        return letter.startsWith("${") ? CHOSEN.matcher(letter).results().map(chosen -> chosen.group(1)).toList() : List.of(letter);
    }
}
