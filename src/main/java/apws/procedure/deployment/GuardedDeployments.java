package apws.procedure.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ContextResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Lets the engine take only diagrams that keep to the rules of the house, and lets these reach only what is meant for them. */
@Component
class GuardedDeployments extends AbstractCamundaConfiguration {

    private static final String OF_THE_APPLICATION = "attendance-intervention";

    private final DeploymentChecks checks;
    private final DiagramBeans beans;
    private final DiagramCheck diagrams;
    private final DeploymentSettings settings;

    GuardedDeployments(DeploymentChecks checks, DiagramBeans beans, DiagramCheck diagrams, DeploymentSettings settings) {
        this.checks = checks;
        this.diagrams = diagrams;
        this.beans = beans;
        this.settings = settings;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setBeans(beans);
        engine.setExpressionManager(new DiagramExpressions(beans));
        engine.setBpmnParseFactory(parser -> new GuardedParse(parser, diagrams));
        engine.setScriptingEngines(new NoScripts());
        engine.setDmnEngineConfiguration(guardedDecisions());

        var deployers = engine.getCustomPreDeployers() == null ? new ArrayList<Deployer>() : new ArrayList<>(engine.getCustomPreDeployers());
        deployers.add(checks);
        engine.setCustomPreDeployers(deployers);

        engine.setDeploymentName(OF_THE_APPLICATION);
        engine.setDeployChangedOnly(true);
        engine.setDeploymentHandlerFactory(processEngine -> new AnalystsVersions(processEngine, settings.take()));
    }

    /** As diagrams: what a table holds is looked at again where the engine itself reads it, and a FEEL expression reaches plain values only. */
    private static DefaultDmnEngineConfiguration guardedDecisions() {
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(PlainFeel::new);
        decisions.getTransformer().getTransformListeners().add(new GuardedTables());
        return decisions;
    }

    /** After the starter has found the resources. */
    @Override
    public void postInit(SpringProcessEngineConfiguration engine) {
        engine.setDeploymentResources(Arrays.stream(engine.getDeploymentResources()).map(UnderItsOwnName::new).toArray(Resource[]::new));
    }

    /** From the sources and from a jar alike, a resource is deployed under its file's name, as Modeler does. */
    private static class UnderItsOwnName extends AbstractResource implements ContextResource {

        private final Resource resource;

        UnderItsOwnName(Resource resource) {
            this.resource = resource;
        }

        @Override
        public String getPathWithinContext() {
            return resource.getFilename();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return resource.getInputStream();
        }

        @Override
        public String getDescription() {
            return resource.getDescription();
        }
    }
}
