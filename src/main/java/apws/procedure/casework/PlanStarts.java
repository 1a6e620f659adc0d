package apws.procedure.casework;

import apws.casework.Entry;
import apws.casework.Plan;
import apws.casework.Plans;
import apws.procedure.answers.PlanAgreed;
import apws.register.Registers;
import apws.register.Screening;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Puts an agreed plan on the record, with the attendance it starts from. */
@Component
public class PlanStarts {

    private final Plans plans;
    private final Registers registers;
    private final Screening screening;

    PlanStarts(Plans plans, Registers registers, Screening screening) {
        this.plans = plans;
        this.registers = registers;
        this.screening = screening;
    }

    /**
     * @param agreed the entry that says what was agreed, with {@code targetPercent} and {@code targetInWords}
     * @param code   such as {@code ISP 1.1}
     */
    public Plan start(Entry agreed, long pupilId, String code, LocalDate startOn, LocalDate midPointOn, LocalDate reviewOn) {
        return start(agreed, pupilId, null, code, startOn, midPointOn, reviewOn);
    }

    /** @param parentId whose own plan it is; null for the plan of the case */
    Plan start(Entry agreed, long pupilId, Long parentId, String code, LocalDate startOn, LocalDate midPointOn, LocalDate reviewOn) {
        var terms = agreed.as(PlanAgreed.class);
        var baseline = registers.figures(pupilId, screening.measuredFrom(pupilId, startOn), startOn.minusDays(1));
        return plans.start(new Plan(null, agreed.caseReference(), code, 0, startOn, midPointOn, reviewOn,
                terms.targetPercent(), terms.targetInWords(), baseline.from(), baseline.to(),
                baseline.possible(), baseline.attended(), baseline.unauthorised(), agreed.id(), parentId));
    }
}
