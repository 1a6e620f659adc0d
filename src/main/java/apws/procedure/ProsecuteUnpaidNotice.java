package apws.procedure;

import apws.access.Viewer;
import apws.casework.Case;
import apws.casework.Cases;
import apws.legal.PenaltyNotices;
import apws.officer.Allocations;
import apws.procedure.form.SentBack;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The original offence of an unpaid notice is to be prosecuted (S2-12): the pupil's case goes on in that stage, or a case begins there.
 * A case that is there already goes on as it is. Parameters: {@code stage}, {@code prosecutionReason}.
 */
@Component
@ForDiagrams(needs = {"stage", "prosecutionReason"})
class ProsecuteUnpaidNotice implements JavaDelegate {

    static final String PROSECUTED = "unpaid-notice-prosecuted";
    private static final String STEP = "S2-12";

    private final PenaltyNotices notices;
    private final Cases cases;
    private final CaseStarts starts;
    private final Allocations allocations;
    private final RuntimeService runtime;
    private final Viewer viewer;

    ProsecuteUnpaidNotice(PenaltyNotices notices, Cases cases, CaseStarts starts, Allocations allocations, RuntimeService runtime, Viewer viewer) {
        this.notices = notices;
        this.cases = cases;
        this.starts = starts;
        this.allocations = allocations;
        this.runtime = runtime;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var stage = given.text("stage");
        var notice = notices.toBeProsecuted(given.text(NoticeStarts.NUMBER), given.text("prosecutionReason"), viewer.userId());
        cases.openCaseOf(notice.pupilId()).ifPresentOrElse(open -> tell(open, stage),
                () -> starts.startIn(stage, notice.pupilId(), STEP, "penalty notice %s was not paid".formatted(notice.number()),
                        viewer.userId(), this::giveOfficer));
    }

    private void tell(Case open, String stage) {
        giveOfficer(open);
        runtime.createExecutionQuery().processInstanceBusinessKey(open.reference()).messageEventSubscriptionName(PROSECUTED).list()
                .forEach(journey -> runtime.messageEventReceived(PROSECUTED, journey.getId(), Map.of(CaseVariables.STAGE, stage)));
    }

    /** A prosecution is an officer's work: a case that is still the school's, or begins here, has none yet. */
    private void giveOfficer(Case open) {
        allocations.allocate(open.reference(), viewer.userId()).orElseThrow(() -> new SentBack(
                "no officer is free to take the case: raise an officer's limit by reallocating a case, then decide again"));
    }
}
