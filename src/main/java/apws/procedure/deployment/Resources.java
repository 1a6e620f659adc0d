package apws.procedure.deployment;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;

/** What the engine itself takes a file for, by the end of its name: an ending without a dot is enough for it. */
enum Resources {

    DIAGRAM(BpmnDeployer.BPMN_RESOURCE_SUFFIXES),
    DECISION_TABLE(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES),
    FORM(CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES);

    private final String[] endings;

    Resources(String... endings) {
        this.endings = endings;
    }

    /** Empty for what the engine would only keep, and hand out again to whoever asks. */
    static Optional<Resources> of(String name) {
        return Stream.of(values()).filter(kind -> Arrays.stream(kind.endings).anyMatch(name::endsWith)).findFirst();
    }

    static String endingsInWords() {
        return Stream.of(values()).flatMap(kind -> Arrays.stream(kind.endings)).map(ending -> "." + ending).collect(joining(", "));
    }
}
