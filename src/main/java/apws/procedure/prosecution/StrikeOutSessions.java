package apws.procedure.prosecution;

import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.ParentEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes out of the prosecution what Legal Services leave out of the charge, if anything (S4-06). */
@Component
@ForDiagrams
class StrikeOutSessions implements JavaDelegate {

    private final StrikingOut sessions;
    private final ParentEntries entries;

    StrikeOutSessions(StrikingOut sessions, ParentEntries entries) {
        this.sessions = sessions;
        this.entries = entries;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        sessions.strikeOut(given, entries.just(given, "review-prosecution"));
    }
}
