package apws.procedure.casework;

import apws.casework.Plans;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Moves the review of the plan on record to the day agreed (S1-07, S1-08).
 * Parameter: {@code reviewOn}.
 */
@Component
@ForDiagrams(needs = "reviewOn")
class MovePlanReview implements JavaDelegate {

    private final Plans plans;

    MovePlanReview(Plans plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        plans.moveReview(input.caseReference(), input.planParent(), input.date("reviewOn"));
    }
}
