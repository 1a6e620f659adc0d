package apws.procedure.screening;

import apws.procedure.DiagramFigures;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.MonitoringProcess;
import apws.procedure.names.StageVariables;
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

    private final RuntimeService runtime;
    private final DiagramFigures figures;

    WatchOpenCases(RuntimeService runtime, DiagramFigures figures) {
        this.runtime = runtime;
        this.figures = figures;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var below = new BigDecimal(input.text("below"));
        var sessions = input.number("sessions");
        runtime.createExecutionQuery().messageEventSubscriptionName(MonitoringProcess.ATTENDANCE_FALLEN).list().stream()
                .filter(monitored -> {
                    var since = sinceLastReview(monitored);
                    return since.possible() >= sessions && since.attendance().compareTo(below) < 0;
                })
                .forEach(monitored -> runtime.messageEventReceived(MonitoringProcess.ATTENDANCE_FALLEN, monitored.getId()));
    }

    private Figures sinceLastReview(Execution monitored) {
        return figures.since((Long) runtime.getVariable(monitored.getId(), CaseVariables.PUPIL_ID),
                (String) runtime.getVariable(monitored.getId(), StageVariables.MONITORED_FROM));
    }
}
