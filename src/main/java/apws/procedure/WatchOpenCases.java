package apws.procedure;

import apws.register.Figures;
import java.math.BigDecimal;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/**
 * Brings the review of a monitored pupil forward when attendance since the last one has fallen (settlement 7).
 * Parameters: {@code below} per cent, over at least {@code sessions} possible sessions.
 */
@Component
@ForDiagrams(needs = {"below", "sessions"})
class WatchOpenCases implements JavaDelegate {

    static final String FALLEN = "attendance-fallen";

    private final RuntimeService runtime;
    private final DiagramFigures figures;

    WatchOpenCases(RuntimeService runtime, DiagramFigures figures) {
        this.runtime = runtime;
        this.figures = figures;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var below = new BigDecimal(given.text("below"));
        var sessions = given.number("sessions");
        runtime.createExecutionQuery().messageEventSubscriptionName(FALLEN).list().stream()
                .filter(monitored -> {
                    var since = sinceLastReview(monitored);
                    return since.possible() >= sessions && since.attendance().compareTo(below) < 0;
                })
                .forEach(monitored -> runtime.messageEventReceived(FALLEN, monitored.getId()));
    }

    private Figures sinceLastReview(Execution monitored) {
        return figures.since((Long) runtime.getVariable(monitored.getId(), CaseVariables.PUPIL_ID),
                (String) runtime.getVariable(monitored.getId(), "monitoredFrom"));
    }
}
