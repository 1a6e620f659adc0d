package apws.procedure.people;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.imports.NotSent;
import apws.procedure.CaseFacts;
import apws.procedure.ForDiagrams;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.WhoLeftProcess;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Of whom somebody has to say whether they have left: one pupil with all parents, or whom a school's whole file left out. */
@Component("whoLeft")
@ForDiagrams
@ForSchoolsToo
public class WhoLeftFacts implements FormFacts {

    /** On the form at once: the next come when these are decided on. */
    private static final int AT_ONCE = 30;

    private final NotSent notSent;
    private final Pupils pupils;
    private final Parents parents;
    private final SchoolCalendar calendar;

    WhoLeftFacts(NotSent notSent, Pupils pupils, Parents parents, SchoolCalendar calendar) {
        this.notSent = notSent;
        this.pupils = pupils;
        this.parents = parents;
        this.calendar = calendar;
    }

    /** Of those whom the school's file left out; who was named by hand is asked about once. */
    public boolean anyUndecided(String saidBy, String schoolCode) {
        // an expression makes an empty text of nobody
        return (saidBy == null || saidBy.isEmpty()) && !notSent.at(schoolCode).isEmpty();
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        if (variables.get(WhoLeftProcess.SAID_BY) != null) {
            var pupil = pupils.get(CaseFacts.pupilId(variables));
            return Map.of("whoMayHaveLeft", named(pupil), "whoLeftLine", "%s, %s: the pupil and all who are or were parents.".formatted(pupil.name(),
                    pupil.year()));
        }
        var missing = notSent.at(CaseFacts.text(variables, CaseVariables.SCHOOL_CODE));
        return Map.of("whoMayHaveLeft", missing.stream().limit(AT_ONCE).map(this::missing).toList(), "whoLeftLine",
                "%d whom the school’s whole file left out.%s".formatted(missing.size(), missing.size() <= AT_ONCE ? ""
                        : " Below are %d of them; the next come when these are decided on.".formatted(AT_ONCE)));
    }

    private List<Map<String, Object>> named(Pupil pupil) {
        var rows = new ArrayList<Map<String, Object>>();
        rows.add(row("pupil " + pupil.id(), pupil.name(), pupil.year(), pupil.isOnRoll(calendar.today())
                ? "On roll since " + Days.inWords(pupil.admittedOn()) : "Not on roll"));
        parents.everOf(pupil.id()).forEach(of -> rows.add(parent(pupil, of, parents.until(pupil.id(), of.parent().id())
                .map(until -> "A parent until " + Days.inWords(until)).orElse("A parent"))));
        return rows;
    }

    private Map<String, Object> missing(NotSent.Missing missing) {
        var pupil = pupils.get(missing.pupilId());
        var since = "Not in the file of " + Days.inWords(missing.since());
        return missing.parentId() == null ? row("pupil " + pupil.id(), pupil.name(), pupil.year(), since)
                : parents.everOf(pupil.id()).stream().filter(of -> of.parent().id().equals(missing.parentId())).findFirst()
                        .map(of -> parent(pupil, of, since)).orElseThrow();
    }

    private static Map<String, Object> parent(Pupil pupil, ParentOfPupil of, String standing) {
        return row("parent %d of %d".formatted(of.parent().id(), pupil.id()), of.parent().name(),
                "%s of %s".formatted(of.relationship(), pupil.name()), standing);
    }

    private static Map<String, Object> row(String who, String name, String of, String standing) {
        return Map.of("who", who, "name", name, "of", of, "standing", standing);
    }
}
