package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.calendar.SchoolCalendar;
import apws.legal.Outcome;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.ParentEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Legal Services discontinue the proceedings after the case has ended (settlement 16). */
@Component
@ForDiagrams
class RecordDiscontinuance implements JavaDelegate {

    private final Proceedings prosecutions;
    private final ParentEntries entries;
    private final SchoolCalendar calendar;
    private final Viewer viewer;

    RecordDiscontinuance(Proceedings prosecutions, ParentEntries entries, SchoolCalendar calendar, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.calendar = calendar;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var decided = entries.just(given, "decide-on-proceedings");
        Refused.at("afterCaseEnded", () -> prosecutions.concluded(given.number("proceedingId"), Outcome.DISCONTINUED, calendar.today(),
                decided.text("afterCaseEndedWhy"), false, viewer.userId()));
    }
}
