package apws.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides on what was sent with a form, whoever sent it: the same rules as Tasklist applies in the browser (form-js 1.8), and our own.
 * <ul>
 * <li>A hidden field, or one in a hidden group, is neither asked for nor kept. Where others refer to it they see what the form started with.
 * <li>A read-only or disabled field is not kept: the form was given its value and nobody can send another.
 * <li>The rows of a list that people cannot add to are the rows that the form was given, each exactly once, found by the field that is
 * marked {@code rowKey}, or else by their order.
 * </ul>
 */
@Component
public class FormRules {

    /** Conditions may depend on each other; form-js itself looks twice. */
    private static final int ROUNDS = 8;

    private final Feel feel;
    private final FieldCheck check;

    FormRules(Feel feel, FieldCheck check) {
        this.feel = feel;
        this.check = check;
    }

    /**
     * What is to be done with what was sent.
     *
     * @param kept     every answer by its key, without empty ones
     * @param routed   what the diagram decides on: each such field's answer, or null where it is hidden or empty
     * @param problems none when it is accepted
     */
    public record Outcome(Map<String, Object> kept, Map<String, Object> routed, List<FieldProblem> problems) {
    }

    /**
     * @param shown what the form was given: process variables and facts
     * @param sent  what came back
     */
    public Outcome apply(Form form, Map<String, Object> shown, Map<String, Object> sent) {
        var given = GivenData.of(form, shown);
        var memory = new HashMap<Object, Optional<Object>>();
        var pass = new FormPass(form, feel, check, given, sent, null);
        for (int round = 0; round < ROUNDS; round++) {
            var next = new FormPass(form, feel, check, given, sent, Scope.of(pass.data(), memory));
            var settled = next.data().equals(pass.data());
            pass = next;
            if (settled) {
                break;
            }
        }
        return new Outcome(pass.kept(), routed(form, pass), pass.problems());
    }

    private static Map<String, Object> routed(Form form, FormPass pass) {
        var routed = new LinkedHashMap<String, Object>();
        form.routing().filter(field -> !pass.fixed().contains(field))
                .forEach(field -> routed.put(field.key(), Paths.get(pass.kept(), field.path())));
        return routed;
    }
}
