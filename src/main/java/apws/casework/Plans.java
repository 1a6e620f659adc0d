package apws.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans of a case; the one with the highest version is current. */
@Component
@Transactional
public class Plans {

    interface Rows extends ListCrudRepository<Plan, Long> {

        List<Plan> findByCaseReferenceOrderByVersion(String caseReference);
    }

    private final Rows rows;

    Plans(Rows rows) {
        this.rows = rows;
    }

    /** Puts the plan on the case's record as its next version. Its own id and version are given here. */
    public Plan start(Plan agreed) {
        int version = current(agreed.caseReference()).map(Plan::version).orElse(0) + 1;
        return rows.save(new Plan(null, agreed.caseReference(), agreed.code(), version, agreed.startOn(), agreed.midPointOn(), agreed.reviewOn(),
                agreed.target(), agreed.targetInWords(), agreed.baselineFrom(), agreed.baselineTo(), agreed.baselinePossible(),
                agreed.baselineAttended(), agreed.baselineUnauthorised(), agreed.entryId()));
    }

    @Transactional(readOnly = true)
    public Optional<Plan> current(String caseReference) {
        var all = of(caseReference);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    @Transactional(readOnly = true)
    public List<Plan> of(String caseReference) {
        return rows.findByCaseReferenceOrderByVersion(caseReference);
    }

    /** The review is moved on: too few sessions yet, or more time agreed. */
    public void moveReview(String caseReference, LocalDate to) {
        var plan = current(caseReference).orElseThrow(() -> new IllegalStateException("Case %s has no plan".formatted(caseReference)));
        rows.save(new Plan(plan.id(), plan.caseReference(), plan.code(), plan.version(), plan.startOn(), plan.midPointOn(), to, plan.target(),
                plan.targetInWords(), plan.baselineFrom(), plan.baselineTo(), plan.baselinePossible(), plan.baselineAttended(),
                plan.baselineUnauthorised(), plan.entryId()));
    }
}
