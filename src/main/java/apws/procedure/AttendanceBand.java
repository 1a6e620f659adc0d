package apws.procedure;

import apws.register.Figures;
import apws.register.Screening.Banding;
import java.util.Map;
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

    Banding of(Figures figures) {
        var band = decisions.decide("attendance-band", Map.of("on", calendar.on(calendar.today()),
                "attendance", figures.attendance(), "absence", figures.absence()));
        var absent = band.get("absent");
        return new Banding("none".equals(band.get("letter")) ? null : band.get("letter").toString(), !"no".equals(absent), "severe".equals(absent));
    }
}
