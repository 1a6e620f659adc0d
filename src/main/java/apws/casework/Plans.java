package apws.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans of a case, and those of parents after a conviction; of each, the one with the highest version is current. */
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
        var all = of(agreed.caseReference());
        int version = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
        return rows.save(new Plan(null, agreed.caseReference(), agreed.code(), version, agreed.startOn(), agreed.midPointOn(), agreed.reviewOn(),
                agreed.target(), agreed.targetInWords(), agreed.baselineFrom(), agreed.baselineTo(), agreed.baselinePossible(),
                agreed.baselineAttended(), agreed.baselineUnauthorised(), agreed.entryId(), agreed.parentId()));
    }

    /** The plan of the case; none that is a parent's own. */
    @Transactional(readOnly = true)
    public Optional<Plan> current(String caseReference) {
        return current(caseReference, null);
    }

    /** @param parentId whose own plan; null for the plan of the case */
    @Transactional(readOnly = true)
    public Optional<Plan> current(String caseReference, Long parentId) {
        return of(caseReference).stream().filter(plan -> Objects.equals(plan.parentId(), parentId)).reduce((earlier, later) -> later);
    }

    /** Those of the parents among them. */
    @Transactional(readOnly = true)
    public List<Plan> of(String caseReference) {
        return rows.findByCaseReferenceOrderByVersion(caseReference);
    }

    /**
     * The review is moved on: too few sessions yet, or more time agreed.
     *
     * @param parentId whose own plan; null for the plan of the case
     */
    public void moveReview(String caseReference, Long parentId, LocalDate to) {
        var plan = current(caseReference, parentId)
                .orElseThrow(() -> new IllegalStateException("Case %s has no plan".formatted(caseReference)));
        rows.save(new Plan(plan.id(), plan.caseReference(), plan.code(), plan.version(), plan.startOn(), plan.midPointOn(), to, plan.target(),
                plan.targetInWords(), plan.baselineFrom(), plan.baselineTo(), plan.baselinePossible(), plan.baselineAttended(),
                plan.baselineUnauthorised(), plan.entryId(), plan.parentId()));
    }
}
