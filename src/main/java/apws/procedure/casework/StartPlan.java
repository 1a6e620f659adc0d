package apws.procedure.casework;

import apws.casework.Entries;
import apws.casework.Entry;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.names.StageVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Puts an agreed plan, or a new version of it, on the record with the attendance it starts from (S1-04, S2-07 to S2-10, S3-04, S3-07).
 * Parameters: {@code code} of the plan, {@code midPointOn}, {@code reviewOn}, and {@code agreedIn} where it was agreed on an earlier form than
 * that just sent: the id of its entry. It starts on {@code planStart}.
 */
@Component
@ForDiagrams(needs = {"code", "midPointOn", "reviewOn"})
class StartPlan implements JavaDelegate {

    private final Entries entries;
    private final PlanStarts plans;

    StartPlan(Entries entries, PlanStarts plans) {
        this.entries = entries;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        plans.start(agreed(input), input.pupilId(), input.planParent(), input.text("code"), input.date(StageVariables.PLAN_START),
                input.date("midPointOn"), input.date("reviewOn"));
    }

    private Entry agreed(StepInput input) {
        return entries.get(input.textOr("agreedIn", null) == null ? input.entryId() : input.number("agreedIn"));
    }
}
