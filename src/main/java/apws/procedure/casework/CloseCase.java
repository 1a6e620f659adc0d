package apws.procedure.casework;

import apws.access.SignedIn;
import apws.calendar.SchoolCalendar;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.register.Screening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Closes the case; what is measured begins again (settlement 2), and a prosecution that has not come to a charge is dropped: a
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
    private final SignedIn signedIn;

    CloseCase(Cases cases, Chronology chronology, Screening screening, Proceedings prosecutions,
              SchoolCalendar calendar, SignedIn signedIn) {
        this.cases = cases;
        this.chronology = chronology;
        this.screening = screening;
        this.prosecutions = prosecutions;
        this.calendar = calendar;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        cases.close(input.caseReference(), input.text("because"));
        chronology.write(input.caseReference(), input.text("step"), "Case closed: " + input.text("because"), signedIn.userId());
        prosecutions.drop(input.caseReference(), input.text("because"), signedIn.userId());
        screening.measureFrom(input.pupilId(), calendar.today(), "Case closed");
    }
}
