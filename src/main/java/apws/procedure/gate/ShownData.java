package apws.procedure.gate;

import apws.form.Form;
import apws.form.Numbers;
import apws.form.Plain;
import apws.form.Unreadable;
import apws.procedure.FormFacts;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** What a form is given: process variables, and those of the facts the diagram says it shows that the person who looks may read. */
@Component
class ShownData {

    private final BeanFactory beans;
    private final FactReaders readers;

    ShownData(BeanFactory beans, FactReaders readers) {
        this.beans = beans;
        this.readers = readers;
    }

    /** As the form's rules and conditions see it. */
    Map<String, Object> of(Form form, FormElement element, VariableMap variables, CommandContext engine) {
        var shown = new LinkedHashMap<String, Object>();
        variables.keySet().forEach(name -> add(shown, name, EngineValues.plain(variables.<TypedValue>getValueTyped(name))));
        askedAfresh(form).forEach(shown::remove);
        shown.putAll(facts(element, variables, engine));
        return shown;
    }

    /** The same for Tasklist and other readers of the form's variables; {@code wanted} null means all. */
    void complete(VariableMap variables, VariableMap known, Form form, FormElement element, Collection<String> wanted, CommandContext engine) {
        askedAfresh(form).forEach(variables::remove);
        // a form that shows null as a list could not be sent: Tasklist would send the list as a value of type Null
        List.copyOf(variables.keySet()).stream().filter(name -> isNothing(variables.getValueTyped(name))).forEach(variables::remove);
        facts(element, known, engine).forEach((name, value) -> {
            if (wanted == null || wanted.contains(name)) {
                variables.putValueTyped(name, typed(value));
            }
        });
        asText(variables);
    }

    private static boolean isNothing(TypedValue value) {
        return value instanceof SerializableValue text && !text.isDeserialized() ? text.getValueSerialized() == null : value.getValue() == null;
    }

    /** The facts may have read a JSON variable that the engine hands out as the same object: Tasklist reads JSON from its text alone. */
    private static void asText(VariableMap variables) {
        List.copyOf(variables.keySet()).forEach(name -> {
            if (variables.<TypedValue>getValueTyped(name) instanceof JsonValue json) {
                variables.putValueTyped(name, SpinValues.jsonValue(json.getValueSerialized()).create());
            }
        });
    }

    private static List<String> askedAfresh(Form form) {
        return form == null ? List.of() : form.routing().filter(field -> !field.prefilled()).map(field -> field.path().get(0)).toList();
    }

    private Map<String, Object> facts(FormElement element, VariableMap variables, CommandContext engine) {
        if (element.shows().isEmpty()) {
            return Map.of();
        }
        var known = new LinkedHashMap<String, Object>();
        variables.keySet().forEach(name -> {
            var value = variables.<TypedValue>getValueTyped(name);
            add(known, name, value instanceof PrimitiveValue<?> primitive ? primitive.getValue() : EngineValues.plain(value));
        });
        var facts = new LinkedHashMap<String, Object>();
        engine.runWithoutAuthorization(() -> {
            readers.readable(element.shows(), known).forEach(name -> facts.putAll(beans.getBean(name, FormFacts.class).facts(known)));
            return null;
        });
        var shown = new LinkedHashMap<String, Object>();
        facts.forEach((name, value) -> add(shown, name, EngineValues.plain(value)));
        return shown;
    }

    private static void add(Map<String, Object> data, String name, Object value) {
        if (value != null && !(value instanceof Unreadable)) {
            data.put(name, value);
        }
    }

    /** As the engine knows it: text, a number, true or false, else JSON. */
    static TypedValue typed(Object plain) {
        if (plain instanceof Map<?, ?> || plain instanceof List<?>) {
            return SpinValues.jsonValue(Plain.json(plain).toString()).create();
        }
        return Variables.untypedValue(plain instanceof BigDecimal number ? Numbers.forEngine(number) : plain);
    }
}
