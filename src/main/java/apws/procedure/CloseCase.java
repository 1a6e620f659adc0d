package apws.procedure;

import apws.access.Viewer;
import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.legal.Proceedings;
import apws.register.Screening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Closes the case; what is measured begins anew (settlement 2), and a prosecution that has not come to a charge is dropped: a
 * charge already laid stays with Legal Services (settlement 16). Parameters: {@code step}, {@code because}.
 */
@Component
@ForDiagrams(needs = {"step", "because"})
class CloseCase implements JavaDelegate {

    private final Cases cases;
    private final Chronology chronology;
    private final Screening screening;
    private final Proceedings prosecutions;
    private final SchoolCalendar calendar;
    private final Viewer viewer;

    CloseCase(Cases cases, Chronology chronology, Screening screening, Proceedings prosecutions,
              SchoolCalendar calendar, Viewer viewer) {
        this.cases = cases;
        this.chronology = chronology;
        this.screening = screening;
        this.prosecutions = prosecutions;
        this.calendar = calendar;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        cases.close(given.caseReference(), given.text("because"));
        chronology.write(given.caseReference(), given.text("step"), "Case closed: " + given.text("because"), viewer.userId());
        prosecutions.drop(given.caseReference(), given.text("because"), viewer.userId());
        screening.measureFrom(given.pupilId(), calendar.today(), "Case closed");
    }
}
