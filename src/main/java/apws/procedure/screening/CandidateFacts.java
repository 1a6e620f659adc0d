package apws.procedure.screening;

import apws.calendar.Days;
import apws.calendar.SchoolCalendar;
import apws.letter.Recipients;
import apws.procedure.CaseFacts;
import apws.procedure.ForDiagrams;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.casework.PupilFacts;
import apws.procedure.names.CaseVariables;
import apws.pupil.ParentOfPupil;
import apws.pupil.Parents;
import apws.pupil.Pupil;
import apws.pupil.Pupils;
import apws.register.Candidate;
import apws.register.Screening;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom a school has to decide on, as the rows of its list (S1-01, S1-02). */
@Component("candidates")
@ForDiagrams
@ForSchoolsToo
public class CandidateFacts implements FormFacts {

    private final Screening screening;
    private final Pupils pupils;
    private final Parents parents;
    private final SchoolCalendar calendar;
    private final SchoolCheckSettings settings;

    CandidateFacts(Screening screening, Pupils pupils, Parents parents, SchoolCalendar calendar, SchoolCheckSettings settings) {
        this.screening = screening;
        this.pupils = pupils;
        this.parents = parents;
        this.calendar = calendar;
        this.settings = settings;
    }

    public boolean anyFor(String schoolCode) {
        return !screening.candidates(schoolCode).isEmpty();
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var found = screening.candidates(CaseFacts.text(variables, CaseVariables.SCHOOL_CODE));
        var shown = found.stream().limit(settings.atOnce()).toList();
        var ids = shown.stream().map(Candidate::pupilId).toList();
        var theirs = pupils.withIds(ids);
        var parentsOf = parents.ofEach(ids);
        return Map.of(
                "today", calendar.today().toString(),
                "candidates", shown.stream().map(candidate -> row(candidate, Objects.requireNonNull(theirs.get(candidate.pupilId())),
                        parentsOf.getOrDefault(candidate.pupilId(), List.of()))).toList(),
                "candidatesLine", line(found.size()));
    }

    private String line(int pupils) {
        var line = pupils == 1 ? "**1 pupil** to decide on." : "**%d pupils** to decide on.".formatted(pupils);
        return pupils <= settings.atOnce() ? line
                : line + " Below are the %d with the lowest attendance; the next come when these are decided on.".formatted(settings.atOnce());
    }

    private static Map<String, Object> row(Candidate candidate, Pupil pupil, List<ParentOfPupil> parents) {
        var figures = candidate.figures();
        var row = new HashMap<String, Object>();
        row.put("upn", pupil.upn());
        row.put("pupil", pupil.name());
        row.put("yearGroup", pupil.year());
        row.put("band", candidate.band());
        row.put("attendance", figures.shown());
        row.put("asAt", Days.inWords(figures.asAt()));
        row.put("measuredFrom", Days.inWords(figures.from()));
        row.put("possible", figures.possible());
        row.put("missed", figures.missed());
        row.put("unauthorised", figures.unauthorised());
        row.put("noReasonYet", figures.noReasonYet());
        row.put("absent", candidate.severe() ? "severely absent" : candidate.persistent() ? "persistently absent" : "");
        row.put("flags", PupilFacts.supportFlags(pupil));
        row.put("recipients", recipients(parents));
        row.put("parents", parents.stream().map(of -> Map.of("names", of.parent().names())).toList());
        return row;
    }

    private static String recipients(List<ParentOfPupil> parents) {
        var reached = parents.stream().filter(of -> Recipients.whyNot(of.parent()).isEmpty()).toList();
        return reached.isEmpty() ? "nobody who may be written to"
                : reached.stream().map(of -> "%s (%s)".formatted(of.parent().name(), of.relationship())).collect(Collectors.joining(", "));
    }
}
