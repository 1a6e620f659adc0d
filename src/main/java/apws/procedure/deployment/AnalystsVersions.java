package apws.procedure.deployment;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Lets the jar deploy what has changed since its last version, but never silently over an analyst's newer one (docs/decisions/25-latest-binding.md): where the
 * newest version of a diagram, decision table or form came from another deployment than the jar's, it stays, and the log says so.
 */
class AnalystsVersions extends DefaultDeploymentHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AnalystsVersions.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> takenFromJar;

    AnalystsVersions(ProcessEngine engine, List<String> takenFromJar) {
        super(engine);
        this.takenFromJar = takenFromJar;
    }

    /** @param existing the resource as the same deployment, by name, had it last */
    @Override
    public boolean shouldDeployResource(Resource changed, Resource existing) {
        if (!super.shouldDeployResource(changed, existing)) {
            return false;
        }
        var engine = Context.getCommandContext();
        var ours = nameOf(existing.getDeploymentId(), engine);
        var theirs = newest(changed, engine).stream().map(definition -> nameOf(definition.getDeploymentId(), engine))
                .filter(name -> !ours.equals(name)).findFirst();
        if (theirs.isEmpty() || takenFromJar.contains(changed.getName())) {
            return true;
        }
        LOG.warn("{} has changed in this version of the application, but the newest deployed one came from the deployment '{}', so that one stays. "
                        + "To take this application's version, start once with apws.deployment.take={}", changed.getName(), theirs.get(), changed.getName());
        return false;
    }

    private static Optional<String> name(String deploymentId, CommandContext engine) {
        return Optional.ofNullable(engine.getDeploymentManager().findDeploymentById(deploymentId)).map(deployment -> deployment.getName());
    }

    private static String nameOf(String deploymentId, CommandContext engine) {
        return name(deploymentId, engine).orElse("without a name");
    }

    private static List<ResourceDefinition> newest(Resource resource, CommandContext engine) {
        var newest = new ArrayList<ResourceDefinition>();
        try {
            if (Resources.of(resource.getName()).filter(Resources.FORM::equals).isPresent()) {
                add(newest, engine.getCamundaFormDefinitionManager().findLatestDefinitionByKey(JSON.readTree(resource.getBytes()).path("id").asText()));
                return newest;
            }
            var root = Xml.read(resource.getBytes());
            ids(root, "process").forEach(key -> add(newest, engine.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key)));
            ids(root, "decision").forEach(key -> add(newest, engine.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key)));
        } catch (SAXException | IOException unreadable) {
            // the deployment itself will say so
        }
        return newest;
    }

    private static void add(List<ResourceDefinition> definitions, ResourceDefinition definition) {
        if (definition != null) {
            definitions.add(definition);
        }
    }

    private static List<String> ids(Element root, String name) {
        var elements = root.getElementsByTagNameNS("*", name);
        var ids = new ArrayList<String>();
        for (int i = 0; i < elements.getLength(); i++) {
            ids.add(((Element) elements.item(i)).getAttribute("id"));
        }
        return ids;
    }
}
