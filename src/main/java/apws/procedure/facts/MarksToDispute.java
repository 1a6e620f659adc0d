package apws.procedure.facts;

import apws.calendar.SchoolCalendar;
import apws.legal.SessionKey;
import apws.procedure.form.FormFacts;
import apws.register.Registers;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The marks of this school year that a parent could call wrong, to choose from: all but those of a pupil who was there. */
@Component("marksToDispute")
class MarksToDispute implements FormFacts {

    private static final Set<String> THERE = Set.of("/", "\\");

    private final Registers registers;
    private final SchoolCalendar calendar;

    MarksToDispute(Registers registers, SchoolCalendar calendar) {
        this.registers = registers;
        this.calendar = calendar;
    }

    @Override
    public Map<String, Object> facts(Map<String, Object> variables) {
        var today = calendar.today();
        return Map.of("marks", registers.marks(CaseFacts.pupilId(variables), calendar.academicYear(today).first(), today).stream()
                .filter(mark -> !THERE.contains(mark.code())).map(mark -> {
                    var session = new SessionKey(mark.date(), mark.session());
                    return Map.of("value", session.toString(), "label", "%s: %s, %s".formatted(session.inWords(), mark.code(), mark.meaning()));
                }).toList());
    }
}
