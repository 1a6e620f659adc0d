package apws.procedure.prosecution;

import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.answers.SessionsStruckOut;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes out of the prosecution what Legal Services leave out of the charge, if anything (S4-06). */
@Component
@ForDiagrams
class StrikeOutSessions implements JavaDelegate {

    private final StrikingOut sessions;
    private final Entries entries;

    StrikeOutSessions(StrikingOut sessions, Entries entries) {
        this.sessions = sessions;
        this.entries = entries;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        sessions.strikeOut(input, entries.get(input.entryId()).as(SessionsStruckOut.class));
    }
}
