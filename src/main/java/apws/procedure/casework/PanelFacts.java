package apws.procedure.casework;

import apws.calendar.Days;
import apws.casework.Entries;
import apws.form.FilledForm;
import apws.procedure.CaseFacts;
import apws.procedure.ForDiagrams;
import apws.procedure.FormFacts;
import apws.procedure.answers.PanelBooked;
import apws.procedure.answers.PanelHeld;
import apws.procedure.answers.PanelReviewed;
import apws.procedure.names.CaseVariables;
import apws.pupil.Parents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The attendance panel: when and where it sits, who sat on it and who came to it (S3-01 to S3-06). */
@Component("panel")
@ForDiagrams
public class PanelFacts implements FormFacts {

    private static final String BOOKED = "book-panel";

    private final Entries entries;
    private final Parents parents;
    private final FilledForm forms;

    PanelFacts(Entries entries, Parents parents, FilledForm forms) {
        this.entries = entries;
        this.parents = parents;
        this.forms = forms;
    }

    /** Who is to sit, as rows of name, role and part in the case so far; none where the panel was booked before the case was brought in. */
    public List<Map<String, String>> members(String caseReference) {
        var members = new ArrayList<Map<String, String>>();
        entries.newest(caseReference, PanelBooked.class).ifPresent(booked -> booked.as(PanelBooked.class).members().forEach(member -> {
            var row = row(member.name(), member.role());
            if (!member.part().isEmpty()) {
                // in the words of the form, so that nobody sits as a stranger to the case who is none
                row.put("part", forms.inWords(BOOKED, "members", "part", member.part()));
            }
            members.add(row);
        }));
        return List.copyOf(members);
    }

    /** The day on which the panel sat, as ISO text. */
    public String satOn(String caseReference) {
        return held(caseReference).happenedOn().toString();
    }

    /** The day of the last review of its plan. */
    public String reviewedOn(String caseReference) {
        return newest(caseReference, PanelReviewed.class).happenedOn().toString();
    }

    /**
     * Each member who sat, with post, school or agency: {@code Mrs C Hair, Head of Service, in the chair}. Not all three sat where
     * the panel was not quorate.
     */
    public List<String> whoSat(String caseReference) {
        var held = held(caseReference);
        var sat = new ArrayList<>(List.of("%s, %s, in the chair".formatted(held.chair(), held.chairPost())));
        if (!held.sltMember().isEmpty()) {
            sat.add("%s, %s".formatted(held.sltMember(), held.sltSchool()));
        }
        if (!held.agencyMember().isEmpty()) {
            sat.add("%s, %s".formatted(held.agencyMember(), held.agency()));
        }
        return List.copyOf(sat);
    }

    /**
     * Who came to the panel besides its members, as rows of name and role. A parent's letter names no other parent: that is for the
     * letter to see to, which knows whom it is for.
     */
    public List<Map<String, String>> whoCame(String caseReference) {
        var came = new ArrayList<Map<String, String>>();
        var held = held(caseReference);
        held.parents().forEach(parent -> {
            if (parent.came().equals("attended")) {
                came.add(row(parents.get(parent.parentId()).name(), "parent"));
            }
        });
        held.people().forEach(person -> {
            if (person.came().equals("attended")) {
                came.add(row(person.name(), person.role()));
            }
        });
        return List.copyOf(came);
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var on = CaseFacts.date(variables, CaseVariables.MEETING_ON);
        var members = members(CaseFacts.reference(variables)).stream().map(member -> String.join(", ", member.values())).toList();
        return Map.of("panelText", "Panel on %s at %s, %s. Invited to sit: %s.".formatted(Days.inWords(on),
                variables.get(CaseVariables.MEETING_TIME), variables.get(CaseVariables.MEETING_PLACE),
                members.isEmpty() ? variables.get(CaseVariables.MEETING_WITH) : String.join("; ", members)));
    }

    private PanelHeld held(String caseReference) {
        return newest(caseReference, PanelHeld.class);
    }

    private <T extends Record> T newest(String caseReference, Class<T> answers) {
        return entries.newest(caseReference, answers).orElseThrow().as(answers);
    }

    /** In the order in which a letter prints it. */
    private static Map<String, String> row(String name, String role) {
        var row = new LinkedHashMap<String, String>();
        row.put("name", name);
        row.put("role", role);
        return row;
    }
}
