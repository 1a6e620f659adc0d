package apws.procedure.facts;

import apws.procedure.form.ForSchoolsToo;
import apws.procedure.form.FormFacts;
import apws.pupil.Parent;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import java.util.List;
import java.util.Map;
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
                "relationship", of.relationship(),
                "livesWith", of.livesWithPupil() ? "yes" : "no",
                "mayBeWrittenTo", parent.mayBeWrittenTo() ? "yes" : "no",
                "address", parent.addressConfidential() ? "confidential" : parent.address().isBlank() ? "none held" : "held",
                "language", parent.language() == null ? "" : parent.language(),
                "note", note(parent));
    }

    private static String note(Parent parent) {
        return parent.doNotContactReason() == null ? "" : "do not contact: " + parent.doNotContactReason();
    }
}
