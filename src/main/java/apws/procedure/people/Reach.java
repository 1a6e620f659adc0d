package apws.procedure.people;

import apws.letter.Recipients;
import apws.letter.Withheld;
import apws.procedure.CaseFacts;
import apws.procedure.ForDiagrams;
import apws.procedure.FormFacts;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a letter can go to any parent of a pupil, and why not. A warning that nobody gets does not run. */
@Component
@ForDiagrams
public class Reach implements FormFacts {

    private final Recipients recipients;

    Reach(Recipients recipients) {
        this.recipients = recipients;
    }

    public boolean anybody(long pupilId) {
        return !recipients.of(pupilId).written().isEmpty();
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var withheld = recipients.of(CaseFacts.pupilId(variables)).withheld();
        return Map.of("unreachedText", withheld.isEmpty() ? "No parent is known." : withheld.stream().map(Reach::line)
                .collect(Collectors.joining("; ")));
    }

    private static String line(Withheld none) {
        return "%s: %s".formatted(none.parentName(), none.because());
    }
}
