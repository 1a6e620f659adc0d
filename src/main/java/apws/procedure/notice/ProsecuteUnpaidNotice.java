package apws.procedure.notice;

import apws.access.SignedIn;
import apws.legal.PenaltyNotices;
import apws.procedure.ForDiagrams;
import apws.procedure.PupilVariables;
import apws.procedure.StepInput;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.pupil.Parents;
import java.util.HashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The original offence of an unpaid notice is to be prosecuted (S2-12): a process of its own, for that parent and those sessions, beside the
 * pupil's case, whose stage, plan and reviews go on (settlement 14). Parameters: {@code process}, {@code prosecutionReason}.
 */
@Component
@ForDiagrams(needs = {"process", "prosecutionReason"})
class ProsecuteUnpaidNotice implements JavaDelegate {

    private static final String STAGE = "Stage 4";

    private final PenaltyNotices notices;
    private final CaseOfProsecution prosecutions;
    private final Parents parents;
    private final PupilVariables pupilVariables;
    private final RuntimeService runtime;
    private final SignedIn signedIn;

    ProsecuteUnpaidNotice(PenaltyNotices notices, CaseOfProsecution prosecutions, Parents parents, PupilVariables pupilVariables,
                          RuntimeService runtime, SignedIn signedIn) {
        this.notices = notices;
        this.prosecutions = prosecutions;
        this.parents = parents;
        this.pupilVariables = pupilVariables;
        this.runtime = runtime;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var notice = notices.toBeProsecuted(input.text(PenaltyNoticeProcess.NUMBER), input.text("prosecutionReason"), signedIn.userId());
        var of = prosecutions.withOfficer(notice);
        var variables = new HashMap<>(pupilVariables.of(of));
        variables.put(CaseVariables.CASE_REFERENCE, of.reference());
        variables.put(CaseVariables.STAGE, STAGE);
        variables.put(PenaltyNoticeProcess.NUMBER, notice.number());
        variables.put(PenaltyNoticeProcess.PARENT, notice.parentId());
        variables.put("parentName", parents.get(notice.parentId()).name());
        variables.put("givenUpWhy", null);
        runtime.startProcessInstanceByKey(input.text("process"), of.reference(), variables);
    }
}
