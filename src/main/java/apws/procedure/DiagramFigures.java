package apws.procedure;

import apws.calendar.SchoolCalendar;
import apws.register.Figures;
import apws.register.Registers;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** A pupil's attendance as diagrams ask for it. */
@Component("figures")
@ForDiagrams
public class DiagramFigures {

    private final Registers registers;
    private final SchoolCalendar calendar;

    DiagramFigures(Registers registers, SchoolCalendar calendar) {
        this.registers = registers;
        this.calendar = calendar;
    }

    /** From an ISO date to today, both included. */
    public Figures since(Long pupilId, String from) {
        return registers.figures(pupilId, LocalDate.parse(from), calendar.today());
    }
}
