package apws.procedure.casework;

import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Who usually takes part, so that nobody types the names: the rows with which the lists {@code people} (invited, came) and {@code parties}
 * (who signs a plan) begin. A parent who may not be written to is not among them; whoever fills in the form adds and removes rows.
 */
@Component("usualParticipants")
@ForSchoolsToo
class UsualParticipants implements FormFacts {

    private final Pupils pupils;
    private final Parents parents;
    private final Schools schools;

    UsualParticipants(Pupils pupils, Parents parents, Schools schools) {
        this.pupils = pupils;
        this.parents = parents;
        this.schools = schools;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var pupil = pupils.get(CaseFacts.pupilId(variables));
        var school = schools.get(pupil.schoolCode());
        var family = new ArrayList<Map<String, Object>>();
        family.add(row(pupil.name(), "pupil"));
        parents.of(pupil.id()).stream().filter(of -> of.parent().mayBeWrittenTo())
                .forEach(of -> family.add(row(of.parent().name(), of.relationship())));
        var parties = new ArrayList<>(family);
        parties.add(row(school.attendanceLead(), school.attendanceLeadPost()));
        return Map.of("people", List.copyOf(family), "parties", List.copyOf(parties));
    }

    private static Map<String, Object> row(String name, String role) {
        return Map.of("name", name, "role", role);
    }
}
