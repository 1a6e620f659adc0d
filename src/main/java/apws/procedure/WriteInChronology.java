package apws.procedure;

import apws.access.Viewer;
import apws.casework.Chronology;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes a line into the case's chronology, as the diagram words it. Parameters: {@code step}, {@code what}. */
@Component
@ForDiagrams(needs = {"step", "what"})
class WriteInChronology implements JavaDelegate {

    private final Chronology chronology;
    private final Viewer viewer;

    WriteInChronology(Chronology chronology, Viewer viewer) {
        this.chronology = chronology;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        chronology.write(given.caseReference(), given.text("step"), given.text("what"), viewer.userId());
    }
}
