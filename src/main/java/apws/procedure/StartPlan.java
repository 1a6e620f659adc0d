package apws.procedure;

import apws.casework.Entries;
import apws.casework.Plan;
import apws.casework.Plans;
import apws.register.Registers;
import apws.register.Screening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Puts an agreed plan on the record with the attendance it starts from (S1-04).
 * Parameters: {@code code} of the plan's form, {@code form} it was agreed on, {@code midPointOn}, {@code reviewOn}.
 */
@Component
@ForDiagrams(needs = {"code", "form", "midPointOn", "reviewOn"})
class StartPlan implements JavaDelegate {

    private final Entries entries;
    private final Plans plans;
    private final Registers registers;
    private final Screening screening;

    StartPlan(Entries entries, Plans plans, Registers registers, Screening screening) {
        this.entries = entries;
        this.plans = plans;
        this.registers = registers;
        this.screening = screening;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var agreed = entries.latest(given.caseReference(), given.text("form")).orElseThrow();
        var startOn = given.date("planStart");
        var baseline = registers.figures(given.pupilId(), screening.measuredFrom(given.pupilId(), startOn), startOn.minusDays(1));
        plans.start(new Plan(null, given.caseReference(), given.text("code"), 0, startOn, given.date("midPointOn"), given.date("reviewOn"),
                agreed.data().path("targetPercent").decimalValue(), agreed.text("targetInWords"), baseline.from(), baseline.to(),
                baseline.possible(), baseline.attended(), baseline.unauthorised(), agreed.id()));
    }
}
