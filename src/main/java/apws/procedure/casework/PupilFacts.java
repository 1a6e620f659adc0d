package apws.procedure.casework;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who the pupil is, and what calls for support first (settlement 17). */
@Component("pupil")
@ForSchoolsToo(ofTheirMarks = true)
public class PupilFacts implements FormFacts {

    private final Pupils pupils;
    private final Schools schools;
    private final SchoolCalendar calendar;

    PupilFacts(Pupils pupils, Schools schools, SchoolCalendar calendar) {
        this.pupils = pupils;
        this.schools = schools;
        this.calendar = calendar;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var pupil = pupils.get(CaseFacts.pupilId(variables));
        return Map.of(
                "today", calendar.today().toString(),
                "pupilLine", "%s, %s, born %s".formatted(pupil.name(), pupil.year(), Days.inWords(pupil.born())),
                "upn", pupil.upn(),
                "schoolName", schools.get(pupil.schoolCode()).name(),
                "admittedOn", Days.inWords(pupil.admittedOn()),
                "ofCompulsorySchoolAge", pupil.ofCompulsorySchoolAge(calendar.today()),
                "lookedAfter", pupil.lookedAfter(),
                "supportFlags", supportFlags(pupil));
    }

    public static String supportFlags(Pupil pupil) {
        return pupil.supportFlags().isEmpty() ? "none known" : String.join(", ", pupil.supportFlags());
    }
}
