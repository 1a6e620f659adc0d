package apws.procedure;

import apws.casework.Plans;
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
        var given = new Given(step);
        plans.moveReview(given.caseReference(), given.planParent(), given.date("reviewOn"));
    }
}
