package apws.procedure;

import apws.calendar.SchoolCalendar;
import apws.register.Figures;
import apws.register.Registers;
import apws.register.Screening;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** A pupil's attendance as diagrams ask for it. */
@Component("figures")
@ForDiagrams
public class DiagramFigures {

    private final Registers registers;
    private final Screening screening;
    private final SchoolCalendar calendar;

    DiagramFigures(Registers registers, Screening screening, SchoolCalendar calendar) {
        this.registers = registers;
        this.screening = screening;
        this.calendar = calendar;
    }

    /** From an ISO date to today, both included. */
    public Figures since(Long pupilId, String from) {
        return registers.figures(pupilId, LocalDate.parse(from), calendar.today());
    }

    /** The first day of what is measured now, as ISO text: of the academic year, or of the last praise, closure or "do not send". */
    public String measuredFrom(Long pupilId) {
        return screening.measuredFrom(pupilId, calendar.today()).toString();
    }
}
