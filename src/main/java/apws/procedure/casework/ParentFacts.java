package apws.procedure.casework;

import apws.letter.Recipients;
import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pupil's parents. An address is never shown beside another parent's name, only whether we hold one. */
@Component("parentsOfPupil")
@ForSchoolsToo
class ParentFacts implements FormFacts {

    private final Parents parents;

    ParentFacts(Parents parents) {
        this.parents = parents;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        return Map.of("parents", parents.of(CaseFacts.pupilId(variables)).stream().map(ParentFacts::row).toList());
    }

    private static Map<String, Object> row(ParentOfPupil of) {
        var parent = of.parent();
        return Map.of(
                "parentId", parent.id().toString(),
                "name", parent.name(),
                "names", parent.names(),
                "relationship", of.relationship(),
                "livesWith", of.livesWithPupil() ? "yes" : "no",
                "mayBeWrittenTo", Recipients.whyNot(parent).isEmpty() ? "yes" : "no",
                "address", parent.addressConfidential() ? "confidential" : parent.address().isBlank() ? "none held" : "held",
                "language", parent.language() == null ? "" : parent.language(),
                "contact", contact(parent),
                "note", note(parent));
    }

    /** As far as it is held. */
    private static String contact(Parent parent) {
        return Stream.of(parent.telephone(), parent.email(), parent.language()).filter(known -> known != null && !known.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String note(Parent parent) {
        return parent.doNotContactReason() == null ? Recipients.whyUnreachable(parent).orElse("") : "do not contact: " + parent.doNotContactReason();
    }
}
