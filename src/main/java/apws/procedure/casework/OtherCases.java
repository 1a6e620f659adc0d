package apws.procedure.casework;

import apws.calendar.Days;
import apws.casework.Case;
import apws.casework.Cases;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Earlier cases of the pupil, and those of brothers and sisters (S2-01). */
@Component("otherCases")
class OtherCases implements FormFacts {

    private final Pupils pupils;
    private final Cases cases;

    OtherCases(Pupils pupils, Cases cases) {
        this.pupils = pupils;
        this.cases = cases;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var pupil = pupils.get(CaseFacts.pupilId(variables));
        var ours = CaseFacts.reference(variables);
        List<Map<String, Object>> others = Stream.concat(Stream.of(pupil), pupils.siblings(pupil.id()).stream())
                .flatMap(child -> cases.ofPupil(child.id()).stream().filter(of -> !of.reference().equals(ours)).map(of -> row(child, of)))
                .toList();
        return Map.of("otherCases", others);
    }

    private static Map<String, Object> row(Pupil child, Case of) {
        return Map.of("of", child.name(), "reference", of.reference(), "opened", Days.inWords(of.openedOn()),
                "closed", of.open() ? "is open" : "%s: %s".formatted(Days.inWords(of.closedOn()), of.closedBecause()));
    }
}
