package apws.procedure.prosecution;

import apws.calendar.Days;
import apws.procedure.CaseFacts;
import apws.procedure.ForDiagrams;
import apws.procedure.FormFacts;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.pupil.Parents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The parents suspected of an offence, and the one whom a task is about (S3-08). */
@Component("suspected")
@ForDiagrams
public class SuspectFacts implements FormFacts {

    private final Parents parents;

    SuspectFacts(Parents parents) {
        this.parents = parents;
    }

    /**
     * The ids of the parents whom a form named, one branch of a diagram for each.
     *
     * @param suspects rows of {@code parentId} and {@code name}, as the form handed them on
     */
    public List<Long> in(SpinJsonNode suspects) {
        return suspects.elements().stream().map(suspect -> Long.valueOf(suspect.prop("parentId").stringValue())).toList();
    }

    /** The same with commas between them, for a letter that goes to nobody else. */
    public String idsIn(SpinJsonNode suspects) {
        return in(suspects).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public String nameOf(Long parentId) {
        return parents.get(parentId).name();
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var parentId = CaseFacts.number(variables, ProsecutionOfParentProcess.PARENT);
        var of = parents.everOf(CaseFacts.pupilId(variables)).stream().filter(one -> one.parent().id() == parentId).findFirst().orElseThrow();
        var facts = new HashMap<String, Object>(Map.of("parentLine", "%s, %s".formatted(of.parent().name(), of.relationship())));
        var on = CaseFacts.date(variables, "interviewOn");
        if (on != null) {
            facts.put("interviewText",
                    "Invited to an interview on %s at %s, %s.".formatted(Days.inWords(on), variables.get("interviewTime"),
                    variables.get("interviewWhere")));
        }
        return facts;
    }
}
