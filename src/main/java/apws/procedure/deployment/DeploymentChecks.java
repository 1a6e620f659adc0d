package apws.procedure.deployment;

import apws.form.FieldsRead;
import apws.form.Form;
import apws.form.FormMistakes;
import apws.letter.LetterKinds;
import apws.procedure.answers.FormAnswers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at each new deployment, the application's own and an analyst's from Modeler alike, before the engine takes any of it. */
@Component
class DeploymentChecks implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(DeploymentChecks.class);

    private final DiagramCheck diagrams;
    private final FormMistakes forms;
    private final LetterKinds letters;

    DeploymentChecks(DiagramCheck diagrams, FormMistakes forms, LetterKinds letters) {
        this.diagrams = diagrams;
        this.forms = forms;
        this.letters = letters;
    }

    /** @throws ParseException (400 over REST) naming each element and what is wrong with it */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // deployed before, and read again
            return;
        }
        var known = new Known(formsIn(deployment));
        var found = new TreeMap<String, List<DiagramMistake>>();
        deployment.getResources().forEach((name, resource) -> {
            var mistakes = mistakes(name, resource.getBytes(), known);
            if (!mistakes.isEmpty()) {
                found.put(name, mistakes);
            }
        });
        if (!found.isEmpty()) {
            throw refusal(found);
        }
    }

    private static ParseException refusal(SortedMap<String, List<DiagramMistake>> found) {
        var inWords = found.entrySet().stream().map(one -> "%s is not deployed. %s".formatted(one.getKey(),
                one.getValue().stream().map(DiagramMistake::inWords).collect(Collectors.joining("; ")))).collect(Collectors.joining("; "));
        var problems = found.values().stream().flatMap(List::stream)
                .map(mistake -> (Problem) new ProblemImpl(mistake.inWords(), null, mistake.elementId())).toList();
        return new ParseException(inWords, found.firstKey(), problems, List.of());
    }

    private List<DiagramMistake> mistakes(String name, byte[] content, Known known) {
        var kind = Resources.of(name);
        if (kind.isEmpty()) {
            return List.of(new DiagramMistake("name", null, "is no diagram, decision table or form: their names end in " + Resources.endingsInWords()));
        }
        return switch (kind.get()) {
            case FORM -> inForm(content).stream().map(mistake -> new DiagramMistake(mistake.component(), null, mistake.what())).toList();
            case DECISION_TABLE -> DecisionCheck.mistakes(content);
            case DIAGRAM -> {
                var undocumented = diagrams.undocumented(content);
                if (!undocumented.isEmpty()) {
                    LOG.warn("{}: these tasks say nothing about themselves in their documentation: {}", name, String.join(", ", undocumented));
                }
                yield diagrams.mistakes(content, known);
            }
        };
    }

    private List<FormMistakes.Mistake> inForm(byte[] content) {
        var mistakes = forms.in(content);
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        var form = Form.read(content);
        return FormAnswers.of(form.id()).stream().flatMap(answers -> FieldsRead.lacking(form, answers).stream()).distinct().toList();
    }

    private static Set<String> formsIn(DeploymentEntity deployment) {
        var ids = new HashSet<String>();
        deployment.getResources().values().stream().filter(resource -> Resources.of(resource.getName()).filter(Resources.FORM::equals).isPresent()).forEach(resource -> {
            try {
                ids.add(Form.read(resource.getBytes()).id());
            } catch (IllegalArgumentException unreadable) {
                // said when the form itself is checked
            }
        });
        return ids;
    }

    private class Known implements DiagramCheck.Known {

        private final Set<String> formsAlongside;

        Known(Set<String> formsAlongside) {
            this.formsAlongside = formsAlongside;
        }

        @Override
        public boolean form(String id) {
            return formsAlongside.contains(id)
                    || Context.getCommandContext().getCamundaFormDefinitionManager().findLatestDefinitionByKey(id) != null;
        }

        @Override
        public boolean letter(String code) {
            return letters.codes().contains(code);
        }
    }
}
