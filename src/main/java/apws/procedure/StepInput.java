package apws.procedure;

import apws.procedure.names.CaseVariables;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** What a task of a diagram was given: its input parameters, and the variables of its case. */
public final class StepInput {

    /**
     * The id of the entry that a form has just become. It lives as long as the transaction; a diagram that needs it later keeps it under a name
     * of its own, as an output parameter of the task.
     */
    public static final String ENTRY = "entryId";

    private final VariableScope scope;

    public StepInput(VariableScope scope) {
        this.scope = scope;
    }

    /** @throws IllegalStateException when the diagram gives no such parameter */
    public String text(String name) {
        return value(name).toString();
    }

    public @Nullable String textOr(String name, @Nullable String otherwise) {
        var value = scope.getVariable(name);
        return value == null ? otherwise : value.toString();
    }

    public long number(String name) {
        return value(name) instanceof Number number ? number.longValue() : Long.parseLong(text(name));
    }

    public LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String name) {
        return (Map<String, Object>) value(name);
    }

    /** Of a list: JSON of a form, or a list of a bean. */
    public List<String> texts(String name) {
        return value(name) instanceof SpinJsonNode json ? json.elements().stream().map(SpinJsonNode::stringValue).toList()
                : ((Collection<?>) value(name)).stream().map(Object::toString).toList();
    }

    public Optional<String> caseIfAny() {
        return Optional.ofNullable(textOr(CaseVariables.CASE_REFERENCE, null));
    }

    /** Under which entries are kept: the case's reference, or the process's own business key where it has no case. */
    public String reference() {
        return caseIfAny().orElseGet(() -> ((DelegateExecution) scope).getProcessBusinessKey());
    }

    /** The entry of the form that was just sent, of the same transaction: what the step works on, whoever else sends the same form at that instant. */
    public long entryId() {
        return number(ENTRY);
    }

    /** The parent whose own plan the step is about; null where it is the case's. */
    public @Nullable Long planParent() {
        return textOr("planParentId", null) == null ? null : Long.valueOf(number("planParentId"));
    }

    public String caseReference() {
        return text(CaseVariables.CASE_REFERENCE);
    }

    public long pupilId() {
        return number(CaseVariables.PUPIL_ID);
    }

    private Object value(String name) {
        var value = scope.getVariable(name);
        if (value == null) {
            throw new IllegalStateException("%s is not given: the diagram must set it before this step".formatted(name));
        }
        return value;
    }
}
