package apws.procedure.people;

import apws.calendar.Days;
import apws.letter.Letters;
import apws.letter.Recipients;
import apws.procedure.CaseFacts;
import apws.procedure.FormFacts;
import apws.procedure.names.BetweenSteps;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import apws.pupil.SamePeople;
import apws.pupil.Schools;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A parent to whom no letter can go, why, which did not go for it, and how else they are reached. */
@Component("unreachableParent")
class UnreachableFacts implements FormFacts {

    private final Letters letters;
    private final Parents parents;
    private final Pupils pupils;
    private final Schools schools;
    private final SamePeople people;

    UnreachableFacts(Letters letters, Parents parents, Pupils pupils, Schools schools, SamePeople people) {
        this.letters = letters;
        this.parents = parents;
        this.pupils = pupils;
        this.schools = schools;
        this.people = people;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var parent = parents.get(CaseFacts.number(variables, BetweenSteps.UNREACHED_PARENT));
        var notSent = letters.notSentTo(parent.id()).stream().map(UnreachableFacts::inWords).collect(Collectors.joining("; "));
        return Map.of(
                "notSentText", notSent.isEmpty() ? "" : "Did not go for that reason: " + notSent,
                "parentName", parent.firstName().isBlank() ? parent.name() : parent.firstName() + " " + parent.lastName(),
                "parentOf", "Of " + people.pupilsOf(parent.id()).stream().map(pupils::get)
                        .map(pupil -> pupil.name() + ", " + schools.get(pupil.schoolCode()).name()).collect(Collectors.joining("; ")),
                "whyNoLetter", "No letter can go there: %s.".formatted(Recipients.whyUnreachable(parent).orElse("it can by now")),
                "heldAddress", "Held: %s".formatted(parent.address().isBlank() && parent.postcode().isBlank() ? "nothing"
                        : parent.address().replace("\n", ", ") + " " + parent.postcode()),
                "reachedBy", Stream.of(parent.telephone(), parent.email()).filter(way -> way != null && !way.isBlank())
                        .collect(Collectors.joining(", ")));
    }

    private static String inWords(Letters.NotSent letter) {
        return "%s on %s%s".formatted(letter.code(), Days.inWords(letter.on()),
                letter.caseReference() == null ? "" : ", case " + letter.caseReference());
    }
}
