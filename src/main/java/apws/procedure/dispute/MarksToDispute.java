package apws.procedure.dispute;

import apws.calendar.SchoolCalendar;
import apws.legal.TimeLimits;
import apws.procedure.CaseFacts;
import apws.procedure.ForSchoolsToo;
import apws.procedure.FormFacts;
import apws.register.Registers;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The marks that a parent could call wrong, to choose from: those of this school year, and of the last one while its sessions can still be
 * charged. Not those of a pupil who was there, unless they were something else before, nor those of days without school.
 */
@Component("marksToDispute")
@ForSchoolsToo
class MarksToDispute implements FormFacts {

    private static final Set<String> THERE_OR_NO_SCHOOL = Set.of("/", "\\", "#", "X", "Z");

    private final Registers registers;
    private final TimeLimits limits;
    private final SchoolCalendar calendar;

    MarksToDispute(Registers registers, TimeLimits limits, SchoolCalendar calendar) {
        this.registers = registers;
        this.limits = limits;
        this.calendar = calendar;
    }

    static boolean canBeDisputed(String code) {
        return !THERE_OR_NO_SCHOOL.contains(code);
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var pupilId = CaseFacts.pupilId(variables);
        var today = calendar.today();
        var from = from(today);
        var marks = new TreeMap<SessionKey, String>();
        registers.marks(pupilId, from, today).stream().filter(mark -> canBeDisputed(mark.code()))
                .forEach(mark -> marks.put(new SessionKey(mark.date(), mark.session()), "%s, %s".formatted(mark.code(), mark.meaning())));
        registers.corrections(pupilId, from, today).stream().filter(one -> canBeDisputed(one.oldCode()))
                .forEach(one -> marks.put(new SessionKey(one.date(), one.session()), "%s, corrected to %s".formatted(one.oldCode(), one.newCode())));
        return Map.of("marks", marks.entrySet().stream().map(mark -> Map.of("value", mark.getKey().toString(), "label",
                "%s: %s".formatted(mark.getKey().inWords(), mark.getValue()))).toList());
    }

    private LocalDate from(LocalDate today) {
        var thisYear = calendar.academicYear(today).first();
        return thisYear.minusYears(1).datesUntil(thisYear).filter(day -> !limits.lastDay(day).isBefore(today)).findFirst().orElse(thisYear);
    }
}
