package apws.procedure.casework;

import apws.casework.Entries;
import apws.procedure.ForDiagrams;
import apws.procedure.StepInput;
import apws.procedure.prosecution.ParentEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Puts an agreed plan, or a new version of it, on the record with the attendance it starts from (S1-04, S2-07 to S2-10, S3-04, S3-07).
 * Parameters: {@code code} of the plan, {@code form} it was agreed on, {@code midPointOn}, {@code reviewOn}; it starts on
 * {@code planStart}.
 */
@Component
@ForDiagrams(needs = {"code", "form", "midPointOn", "reviewOn"})
class StartPlan implements JavaDelegate {

    private final Entries entries;
    private final ParentEntries ofParent;
    private final PlanStarts plans;

    StartPlan(Entries entries, ParentEntries ofParent, PlanStarts plans) {
        this.entries = entries;
        this.ofParent = ofParent;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var parent = input.planParent();
        var agreed = (parent == null ? entries.latest(input.caseReference(), input.text("form"))
                : ofParent.latest(input.caseReference(), input.text("form"), parent, null)).orElseThrow();
        plans.start(agreed, input.pupilId(), parent, input.text("code"), input.date("planStart"), input.date("midPointOn"), input.date("reviewOn"));
    }
}
