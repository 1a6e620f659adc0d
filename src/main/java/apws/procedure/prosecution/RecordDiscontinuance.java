package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.calendar.SchoolCalendar;
import apws.casework.Entries;
import apws.legal.Outcome;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.ProceedingsEnded;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Legal Services discontinue the proceedings after the case has ended (settlement 16). */
@Component
@ForDiagrams
class RecordDiscontinuance implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final SchoolCalendar calendar;
    private final SignedIn signedIn;

    RecordDiscontinuance(Proceedings prosecutions, Entries entries, SchoolCalendar calendar, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.calendar = calendar;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var decided = entries.get(input.entryId()).as(ProceedingsEnded.class);
        SentBack.at("afterCaseEnded", () -> prosecutions.concluded(input.number(ProsecutionOfParentProcess.PROCEEDING), Outcome.DISCONTINUED, calendar.today(),
                decided.afterCaseEndedWhy(), false, signedIn.userId()));
    }
}
