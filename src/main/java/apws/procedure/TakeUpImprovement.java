package apws.procedure;

import apws.access.Viewer;
import apws.casework.Cases;
import apws.officer.Officers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/** The case that a Notice to Improve is asked for (settlement 14). Parameter: {@code onlyInStage}, the stage in which it has to be. */
@Component
@ForDiagrams(needs = "onlyInStage")
class TakeUpImprovement implements JavaDelegate {

    static final String PROCESS = "notice-to-improve";

    private final NoticeStarts starts;
    private final CaseStages stages;
    private final Cases cases;
    private final Officers officers;
    private final Viewer viewer;

    TakeUpImprovement(NoticeStarts starts, CaseStages stages, Cases cases, Officers officers, Viewer viewer) {
        this.starts = starts;
        this.stages = stages;
        this.cases = cases;
        this.officers = officers;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var reference = given.caseReference();
        var stage = given.text("onlyInStage");
        if (!stages.isIn(stage, reference) || officers.ofCase(reference).isEmpty()) {
            throw new FormFieldValidationException("caseReference",
                    "caseReference: a Notice to Improve is for a case in %s that has an officer".formatted(stage));
        }
        var variables = starts.variables(reference, reference, cases.get(reference).pupilId(), viewer.userId());
        variables.put(LookForFurtherAbsence.TOLD, 0L);
        step.setVariables(variables);
    }
}
