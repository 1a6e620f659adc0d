package apws.procedure.screening;

import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.procedure.ForDiagrams;
import apws.register.Screening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Bands every pupil without an open case, once a day (S1-01, S1-02). */
@Component
@ForDiagrams
class ScreenPupils implements JavaDelegate {

    private final Screening screening;
    private final Cases cases;
    private final AttendanceBand band;
    private final SchoolCalendar calendar;

    ScreenPupils(Screening screening, Cases cases, AttendanceBand band, SchoolCalendar calendar) {
        this.screening = screening;
        this.cases = cases;
        this.band = band;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution step) {
        screening.run(calendar.today(), cases.pupilsWithOpenCase(), band.today());
    }
}
