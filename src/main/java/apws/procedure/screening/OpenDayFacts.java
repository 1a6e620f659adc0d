package apws.procedure.screening;

import apws.calendar.Days;
import apws.procedure.CaseFacts;
import apws.procedure.ForDiagrams;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.procedure.names.CaseVariables;
import apws.register.DaysWithoutSchool;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The days without school of which a school has to say whether it was open (settlement 2). */
@Component("openDays")
@ForDiagrams
@ForSchoolsToo
public class OpenDayFacts implements FormFacts {

    private final DaysWithoutSchool days;

    OpenDayFacts(DaysWithoutSchool days) {
        this.days = days;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var unanswered = days.unanswered(CaseFacts.text(variables, CaseVariables.SCHOOL_CODE));
        return Map.of(
                "openDaysLine", unanswered.size() == 1 ? "your register has marks on a day without school."
                        : "your register has marks on %d days without school.".formatted(unanswered.size()),
                "days", unanswered.stream().map(day -> Map.of(
                        "day", day.day().toString(),
                        "dayText", "%s (%s)".formatted(Days.inWords(day.day()), day.kind()),
                        "marks", day.marks())).toList());
    }
}
