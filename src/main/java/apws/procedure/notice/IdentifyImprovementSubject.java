package apws.procedure.notice;

import apws.access.SignedIn;
import apws.casework.Cases;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.casework.CaseStages;
import apws.procedure.names.BetweenSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The case that a Notice to Improve is asked for (settlement 14). Parameter: {@code onlyInStage}, the stage in which it has to be. */
@Component
@ForDiagrams(needs = "onlyInStage")
class IdentifyImprovementSubject implements JavaDelegate {

    private final NoticeStarts starts;
    private final CaseStages stages;
    private final Cases cases;
    private final Officers officers;
    private final SignedIn signedIn;

    IdentifyImprovementSubject(NoticeStarts starts, CaseStages stages, Cases cases, Officers officers, SignedIn signedIn) {
        this.starts = starts;
        this.stages = stages;
        this.cases = cases;
        this.officers = officers;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var reference = input.caseReference();
        var stage = input.text("onlyInStage");
        if (!stages.isIn(stage, reference) || officers.ofCase(reference).isEmpty()) {
            throw new SentBack("caseReference",
                    "a Notice to Improve is for a case in %s that has an officer".formatted(stage));
        }
        var variables = starts.variables(reference, reference, cases.get(reference).pupilId(), signedIn.userId());
        variables.put(BetweenSteps.FURTHER_ABSENCE_TOLD, 0L);
        step.setVariables(variables);
    }
}
