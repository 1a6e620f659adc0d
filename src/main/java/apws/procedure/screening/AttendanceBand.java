package apws.procedure.screening;

import apws.procedure.Decisions;
import apws.procedure.DiagramCalendar;
import apws.register.Figures;
import apws.register.Screening.Banding;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The decision table {@code attendance-band}: which letter a pupil's attendance calls for (settlement 1). */
@Component
class AttendanceBand {

    private final Decisions decisions;
    private final DiagramCalendar calendar;

    AttendanceBand(Decisions decisions, DiagramCalendar calendar) {
        this.decisions = decisions;
        this.calendar = calendar;
    }

    /** As the newest table bands on this day; the table is looked up once, for all pupils. */
    Function<Figures, Banding> today() {
        var table = decisions.newest("attendance-band");
        var on = calendar.on(calendar.today());
        return figures -> banding(table.apply(Map.of("on", on, "attendance", figures.attendance(), "absence", figures.absence())));
    }

    private static Banding banding(Map<String, Object> band) {
        var absent = band.get("absent");
        var letter = String.valueOf(band.get("letter"));
        return new Banding(letter.equals("none") ? null : letter, !"no".equals(absent), "severe".equals(absent));
    }
}
