package apws.procedure.casework;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.casework.Entries;
import apws.casework.Plans;
import apws.letter.Letters;
import apws.procedure.CaseFacts;
import apws.procedure.Decisions;
import apws.procedure.DiagramCalendar;
import apws.procedure.FormFacts;
import apws.procedure.answers.EarlyHelpUndertaken;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.register.Figures;
import apws.register.Registers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the records say of each criterion for involvement, and what the criteria recommend, by decision tables (S2-02, settlement 8). */
@Component("criteriaForInvolvement")
class CriteriaFacts implements FormFacts {

    /** What the table of criteria says of those that are the school's own action. */
    private static final String SCHOOL_ACTION = "school action";

    private final Pupils pupils;
    private final Registers registers;
    private final Letters letters;
    private final Entries entries;
    private final Plans plans;
    private final Decisions decisions;
    private final SchoolCalendar calendar;
    private final DiagramCalendar moments;

    CriteriaFacts(Pupils pupils, Registers registers, Letters letters, Entries entries, Plans plans, Decisions decisions,
                  SchoolCalendar calendar, DiagramCalendar moments) {
        this.pupils = pupils;
        this.registers = registers;
        this.letters = letters;
        this.entries = entries;
        this.plans = plans;
        this.decisions = decisions;
        this.calendar = calendar;
        this.moments = moments;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var reference = CaseFacts.reference(variables);
        var pupil = pupils.get(CaseFacts.pupilId(variables));
        var today = calendar.today();
        var year = registers.figures(pupil.id(), calendar.academicYear(today).first(), today);
        int withoutLeave = registers.rollingSchoolWeeks(pupil.id(), today).unauthorised();
        long sent = letters.ofCase(reference).stream().filter(letter -> letter.parentId() != null).count();
        var meeting = entries.newest(reference, "record-meeting-outcome").isPresent();
        var earlyHelp = entries.newest(reference, EarlyHelpUndertaken.class).isPresent();
        var reviewed = plans.current(reference).isPresent() && entries.newest(reference, "hold-interim-review").isPresent();

        var inputs = new HashMap<String, Object>();
        inputs.put("on", moments.on(today.toString()));
        inputs.put("ofAge", pupil.isOnRoll(today) && pupil.ofCompulsorySchoolAge(today));
        inputs.put("attendance", year.possible() == 0 ? 100 : year.attendance().doubleValue());
        inputs.put("withoutLeave", withoutLeave);
        inputs.put("letters", sent);
        inputs.put("meeting", meeting);
        inputs.put("earlyHelp", earlyHelp);
        inputs.put("planReviewed", reviewed);
        inputs.put("noReasonYet", year.noReasonYet());
        var evidence = Map.of(
                "age", age(pupil),
                "attendance", attendance(year, withoutLeave),
                "letters", "%d letters to parents in this case".formatted(sent),
                "meeting", onRecord(meeting, "The outcome of the meeting"),
                "earlyHelp", onRecord(earlyHelp, "The Early Help Assessment"),
                "plan", onRecord(reviewed, "The plan with its review"),
                "register", "%d marks N this school year".formatted(year.noReasonYet()));
        return shown(decisions.decideEach("criteria-for-involvement", inputs), evidence, (boolean) inputs.get("ofAge"));
    }

    private Map<String, Object> shown(List<Map<String, Object>> criteria, Map<String, String> evidence, boolean ofAge) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var criterion : criteria) {
            rows.add(Map.of("number", String.valueOf(rows.size() + 1), "criterion", criterion.get("criterion"),
                    "result", criterion.get("result"), "kind", criterion.get("kind"), "evidence",
                    evidence.getOrDefault(criterion.get("about").toString(), "")));
        }
        var notMet = (int) criteria.stream().filter(criterion -> criterion.get("result").equals("notMet")).count();
        var schoolAction = (int) criteria.stream().filter(criterion -> criterion.get("kind").equals(SCHOOL_ACTION)
                && criterion.get("result").equals("met")).count();
        var inputs = Map.<String, Object>of("on", moments.on(moments.today()), "notMet", notMet, "ofAge", ofAge, "schoolAction", schoolAction);
        var involvement = decisions.decide("involvement", inputs);
        return Map.of("criteria", rows, "ofAge", ofAge, "recommendation", involvement.get("recommendation"),
                "recommendationText", involvement.get("words"));
    }

    private static String age(Pupil pupil) {
        return "Born %s, on roll since %s".formatted(Days.inWords(pupil.born()), Days.inWords(pupil.admittedOn()));
    }

    private static String attendance(Figures year, int withoutLeave) {
        return "%s since %s; %d sessions without leave in 10 school weeks".formatted(year.shown(), Days.inWords(year.from()),
                withoutLeave);
    }

    private static String onRecord(boolean there, String what) {
        return there ? what + " is on record in this case" : "Nothing on record in this case";
    }
}
