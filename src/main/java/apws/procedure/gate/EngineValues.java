package apws.procedure.gate;

import apws.form.Plain;
import apws.form.Unreadable;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.SpinList;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** What the engine keeps or is sent, as the forms know it. */
final class EngineValues {

    private EngineValues() {
    }

    static Object plain(Object value) {
        return Plain.of(value, EngineValues::read);
    }

    private static Object read(Object value) {
        if (value instanceof TypedValue typed) {
            return readTyped(typed);
        }
        return value instanceof SpinJsonNode || value instanceof SpinList<?> ? Plain.read(value.toString()) : value;
    }

    private static Object readTyped(TypedValue typed) {
        if (typed instanceof FileValue || typed instanceof BytesValue) {
            return new Unreadable("cannot be a file");
        }
        if (typed instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            var isJson = typed instanceof JsonValue || typed instanceof ObjectValue object
                    && SerializationDataFormats.JSON.getName().equals(object.getSerializationDataFormat());
            return isJson ? Plain.read(serialized.getValueSerialized()) : new Unreadable("must be given as text, a number or JSON");
        }
        return read(typed.getValue());
    }
}
