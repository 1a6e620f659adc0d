package apws.procedure.people;

import apws.letter.Recipients;
import apws.procedure.form.FormFacts;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import apws.pupil.SamePeople;
import apws.pupil.Schools;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A parent to whom no letter can go, why, and how else they are reached. */
@Component("unreachableParent")
class UnreachableFacts implements FormFacts {

    private final Parents parents;
    private final Pupils pupils;
    private final Schools schools;
    private final SamePeople people;

    UnreachableFacts(Parents parents, Pupils pupils, Schools schools, SamePeople people) {
        this.parents = parents;
        this.pupils = pupils;
        this.schools = schools;
        this.people = people;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var parent = parents.get(((Number) variables.get(FindMissingAddresses.PARENT)).longValue());
        return Map.of(
                "parentName", parent.firstName().isBlank() ? parent.name() : parent.firstName() + " " + parent.lastName(),
                "parentOf", "Of " + people.pupilsOf(parent.id()).stream().map(pupils::get)
                        .map(pupil -> pupil.name() + ", " + schools.get(pupil.schoolCode()).name()).collect(Collectors.joining("; ")),
                "whyNoLetter", "No letter can go there: %s.".formatted(Recipients.whyUnreachable(parent).orElse("it can by now")),
                "heldAddress", "Held: %s".formatted(parent.address().isBlank() && parent.postcode().isBlank() ? "nothing"
                        : parent.address().replace("\n", ", ") + " " + parent.postcode()),
                "reachedBy", Stream.of(parent.telephone(), parent.email()).filter(way -> way != null && !way.isBlank())
                        .collect(Collectors.joining(", ")));
    }
}
