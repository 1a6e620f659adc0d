package apws.procedure.gate;

import apws.calendar.SchoolCalendar;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.form.FieldProblem;
import apws.form.FormRules;
import apws.form.Keepable;
import apws.form.Plain;
import apws.procedure.StepInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Every form that is sent in passes here, whoever sends it: what its rules refuse does not reach the engine; the rest is kept as an entry, in the
 * engine's own transaction, and only what the diagram decides on goes on as variables. Works inside an engine command, the caller's permission
 * already checked.
 */
@Component
class FormGate {

    private final DeployedForms forms;
    private final ShownData shown;
    private final FormRules rules;
    private final Entries entries;
    private final Cases cases;
    private final Chronology chronology;
    private final SchoolCalendar calendar;
    private final NamedCases namedCases;
    private final FactReaders readers;

    FormGate(DeployedForms forms, ShownData shown, FormRules rules, Entries entries, Cases cases, Chronology chronology, SchoolCalendar calendar,
             NamedCases namedCases, FactReaders readers) {
        this.forms = forms;
        this.shown = shown;
        this.rules = rules;
        this.entries = entries;
        this.cases = cases;
        this.chronology = chronology;
        this.calendar = calendar;
        this.namedCases = namedCases;
        this.readers = readers;
    }

    /** Thrown inside the command; its caller answers with the {@link EntryRefused}. The engine does not log it as an error of its own. */
    static class Refusal extends BadUserRequestException {

        private final transient EntryRefused refused;

        Refusal(EntryRefused refused) {
            super(refused.getMessage());
            this.refused = refused;
        }

        EntryRefused refused() {
            return refused;
        }
    }

    /** What an instance is to start with. */
    record Start(String businessKey, VariableMap variables) {
    }

    /** @return the variables that the engine gets */
    VariableMap admit(TaskEntity task, Map<String, Object> sent, CommandContext engine) {
        if (task.getDelegationState() == DelegationState.PENDING) {
            throw refusal("this task has been delegated: give it back to its owner, or assign it, before it is completed");
        }
        var deployed = forms.of(task, engine);
        if (deployed.isEmpty()) {
            return nothing(sent, "this task has no form, so nothing can be sent with it");
        }
        var form = deployed.get().form();
        var element = FormElement.of(task.getProcessDefinition().findActivity(task.getTaskDefinitionKey()));
        var answers = keepable(sent);
        var given = shown.of(form, element, task.getVariablesTyped(false), engine);
        var outcome = accepted(rules.apply(form, given, answers), List.of());
        var reference = reference(task);
        var step = element.stepOf(task, engine);
        var entry = entries.record(reference, form.id(), deployed.get().version(), step, Plain.json(outcome.kept()), by(engine));
        cases.find(reference).ifPresent(of -> chronology.writeOf(entry, EntryLine.of(task.getName(), form, outcome.routed()),
                happenedOn(outcome.kept())));
        return variables(outcome.routed(), entry);
    }

    /**
     * The key of an instance is the reference of the case that its form names, which its sender may see, or one of its own: another that was
     * sent would put the entry into a case that its sender has nothing to do with.
     *
     * @param businessKey as sent; may be null
     */
    Start admitStart(ProcessDefinitionEntity process, String businessKey, Map<String, Object> sent, CommandContext engine) {
        if (businessKey != null && !businessKey.isBlank()) {
            throw refusal("businessKey: the application gives it. Name the case in the form");
        }
        var deployed = forms.ofStart(process, engine);
        if (deployed.isEmpty()) {
            return new Start(null, nothing(sent, "this process has no start form, so nothing can be sent with it"));
        }
        var form = deployed.get().form();
        var answers = keepable(sent);
        var named = namedCases.in(form, answers);
        var element = FormElement.of(process.getInitial());
        var known = Variables.createVariables();
        named.found().ifPresent(one -> known.putValue(NamedCases.CASE_REFERENCE, one.reference()));
        var outcome = accepted(rules.apply(form, shown.of(form, element, known, engine), answers), named.problems());

        var reference = named.found().map(Case::reference).orElseGet(() -> engine.getProcessEngineConfiguration().getIdGenerator().getNextId());
        var entry = entries.record(reference, form.id(), deployed.get().version(), element.step(), Plain.json(outcome.kept()), by(engine));
        var variables = variables(outcome.routed(), entry);
        named.found().ifPresent(one -> variables.putValue(NamedCases.CASE_REFERENCE, one.reference()));
        return new Start(reference, variables);
    }

    boolean hasStartForm(ProcessDefinitionEntity process, CommandContext engine) {
        return forms.ofStart(process, engine).isPresent();
    }

    /** Who has nothing to do with cases opens no form, whatever a diagram gives them to do. */
    void requireCasework() {
        if (!readers.doesCasework()) {
            throw new AuthorizationException("Forms are for those who work on cases. Whoever models the procedure tries them in a test of theirs.");
        }
    }

    /** Adds what the form shows to the task's variables, and takes away what it asks afresh. */
    void show(TaskEntity task, VariableMap variables, Collection<String> wanted, CommandContext engine) {
        var element = FormElement.of(task.getProcessDefinition().findActivity(task.getTaskDefinitionKey()));
        shown.complete(variables, task.getVariablesTyped(false), forms.of(task, engine).map(DeployedForms.Deployed::form).orElse(null), element, wanted, engine);
    }

    void showStart(ProcessDefinitionEntity process, VariableMap variables, Collection<String> wanted, CommandContext engine) {
        if (process.getInitial() != null) {
            shown.complete(variables, Variables.createVariables(), forms.ofStart(process, engine).map(DeployedForms.Deployed::form).orElse(null),
                    FormElement.of(process.getInitial()), wanted, engine);
        }
    }

    static Refusal refusal(String reason) {
        return new Refusal(new EntryRefused(reason));
    }

    private static Map<String, Object> keepable(Map<String, Object> sent) {
        var answers = plain(sent);
        var problems = Keepable.problemsIn(answers);
        if (!problems.isEmpty()) {
            throw new Refusal(new EntryRefused(problems));
        }
        return answers;
    }

    private static VariableMap nothing(Map<String, Object> sent, String otherwise) {
        if (sent != null && !sent.isEmpty()) {
            throw refusal(otherwise);
        }
        return Variables.createVariables();
    }

    private static FormRules.Outcome accepted(FormRules.Outcome outcome, List<FieldProblem> more) {
        var problems = new ArrayList<>(more);
        problems.addAll(outcome.problems());
        if (!problems.isEmpty()) {
            throw new Refusal(new EntryRefused(problems));
        }
        return outcome;
    }

    private static Map<String, Object> plain(Map<String, Object> sent) {
        var plain = new LinkedHashMap<String, Object>();
        if (sent != null) {
            sent.keySet().forEach(name -> plain.put(name,
                    EngineValues.plain(sent instanceof VariableMap typed ? typed.getValueTyped(name) : sent.get(name))));
        }
        return plain;
    }

    private static VariableMap variables(Map<String, Object> routed, Entry entry) {
        var variables = Variables.createVariables().putValueTyped(StepInput.ENTRY, Variables.longValue(entry.id(), true));
        routed.forEach((name, value) -> variables.putValueTyped(name, ShownData.typed(value)));
        return variables;
    }

    private static String reference(TaskEntity task) {
        if (task.getVariable(NamedCases.CASE_REFERENCE) instanceof String reference && !reference.isBlank()) {
            return reference;
        }
        var instance = task.getProcessInstance();
        return instance.getBusinessKey() == null ? instance.getId() : instance.getBusinessKey();
    }

    /** The day that the form tells of, where it asks for one: a meeting is often written up the day after. */
    private LocalDate happenedOn(Map<String, Object> kept) {
        return kept.get("happenedOn") instanceof String day ? LocalDate.parse(day) : calendar.today();
    }

    private static String by(CommandContext engine) {
        var user = engine.getAuthenticatedUserId();
        return user == null ? "system" : user;
    }
}
