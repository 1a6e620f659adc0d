package apws.procedure.people;

import apws.casework.PeopleInForms;
import apws.procedure.names.CaseVariables;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Locale;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Whom running processes are about: an interview, proceedings, a list of parents to invite. */
@Component
class PeopleUnderWay {

    private final RuntimeService runtime;
    private final ObjectMapper json;

    PeopleUnderWay(RuntimeService runtime, ObjectMapper json) {
        this.runtime = runtime;
        this.json = json;
    }

    /** In whatever runs about these pupils, the other is the one from now on. */
    void areOnePerson(Collection<Long> pupils, long one, long other) {
        pupils.stream().flatMap(pupil -> runtime.createProcessInstanceQuery().variableValueEquals(CaseVariables.PUPIL_ID, pupil).list().stream())
                .flatMap(instance -> runtime.createVariableInstanceQuery().processInstanceIdIn(instance.getId()).list().stream())
                .forEach(variable -> bring(variable, one, other));
    }

    private void bring(VariableInstance variable, long one, long other) {
        var value = variable.getValue();
        if (value == null) {
            return;
        }
        if (variable.getTypeName().equals("json")) {
            bringJson(variable, one, other);
        } else if (variable.getName().toLowerCase(Locale.ROOT).endsWith("parentid") && value.toString().equals(Long.toString(other))) {
            runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), value instanceof String ? Long.toString(one) : (Object) one);
        }
    }

    private void bringJson(VariableInstance variable, long one, long other) {
        try {
            var node = json.readTree(variable.getValue().toString());
            if (PeopleInForms.replace(node, other, one)) {
                runtime.setVariableLocal(variable.getExecutionId(), variable.getName(), SpinValues.jsonValue(node.toString()).create());
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Variable %s is not readable as JSON".formatted(variable.getName()), unreadable);
        }
    }
}
