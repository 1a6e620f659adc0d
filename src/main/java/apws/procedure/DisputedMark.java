package apws.procedure;

import apws.legal.SessionKey;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;

/**
 * A mark that a parent says is wrong.
 *
 * @param code what the register said when they said so
 */
public record DisputedMark(SessionKey session, String code) {

    /** The process variable that holds those of a dispute. */
    static final String VARIABLE = "disputedMarks";

    /** @param variables as a form's facts see them */
    public static List<DisputedMark> in(Map<String, Object> variables) {
        return ((List<?>) variables.get(VARIABLE)).stream().map(mark -> (Map<?, ?>) mark)
                .map(mark -> new DisputedMark(SessionKey.parse(mark.get("session").toString()), mark.get("code").toString())).toList();
    }

    static List<DisputedMark> in(SpinJsonNode variable) {
        return variable.elements().stream().map(mark -> new DisputedMark(SessionKey.parse(mark.prop("session").stringValue()),
                mark.prop("code").stringValue())).toList();
    }

    Map<String, String> toMap() {
        return Map.of("session", session.toString(), "code", code);
    }
}
