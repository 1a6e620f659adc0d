package apws.procedure;

import apws.casework.Entries;
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
        var given = new Given(step);
        var parent = given.planParent();
        var agreed = (parent == null ? entries.latest(given.caseReference(), given.text("form"))
                : ofParent.latest(given.caseReference(), given.text("form"), parent, null)).orElseThrow();
        plans.start(agreed, given.pupilId(), parent, given.text("code"), given.date("planStart"), given.date("midPointOn"), given.date("reviewOn"));
    }
}
