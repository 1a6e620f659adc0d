package apws.procedure.facts;

import apws.calendar.SchoolCalendar;
import apws.procedure.form.ForSchoolsToo;
import apws.procedure.form.FormFacts;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.pupil.Schools;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who the pupil is, and what calls for support first (settlement 17). */
@Component("pupil")
@ForSchoolsToo(ofTheirMarks = true)
class PupilFacts implements FormFacts {

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
                "pupilLine", "%s, %s, born %s".formatted(pupil.name(), pupil.year(), CaseFacts.day(pupil.born())),
                "upn", pupil.upn(),
                "schoolName", schools.get(pupil.schoolCode()).name(),
                "admittedOn", CaseFacts.day(pupil.admittedOn()),
                "ofCompulsorySchoolAge", pupil.ofCompulsorySchoolAge(calendar.today()),
                "lookedAfter", pupil.lookedAfter(),
                "supportFlags", supportFlags(pupil));
    }

    static String supportFlags(Pupil pupil) {
        return pupil.supportFlags().isEmpty() ? "none known" : String.join(", ", pupil.supportFlags());
    }
}
