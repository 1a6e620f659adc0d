package apws.procedure.notice;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.legal.PenaltyNotice;
import apws.legal.PenaltyNotices;
import apws.officer.Allocations;
import apws.procedure.ForDiagrams;
import apws.procedure.PupilVariables;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.pupil.Parents;
import apws.pupil.Pupils;
import java.util.HashMap;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The original offence of an unpaid notice is to be prosecuted (S2-12): a process of its own, for that parent and those sessions, beside the
 * pupil's case, whose stage, plan and reviews go on (settlement 14). It is kept with the open case; without one with the case in which the
 * notice was issued; and where there never was one, with a case that is closed again at once, so that a stage may begin in another at any
 * time. Parameters: {@code process}, {@code prosecutionReason}.
 */
@Component
@ForDiagrams(needs = {"process", "prosecutionReason"})
class ProsecuteUnpaidNotice implements JavaDelegate {

    private static final String STEP = "S2-12";
    private static final String STAGE = "Stage 4";

    private final PenaltyNotices notices;
    private final Cases cases;
    private final Chronology chronology;
    private final Pupils pupils;
    private final Parents parents;
    private final PupilVariables pupilVariables;
    private final Allocations allocations;
    private final RuntimeService runtime;
    private final SignedIn signedIn;

    ProsecuteUnpaidNotice(PenaltyNotices notices, Cases cases, Chronology chronology, Pupils pupils, Parents parents,
                          PupilVariables pupilVariables, Allocations allocations, RuntimeService runtime, SignedIn signedIn) {
        this.notices = notices;
        this.cases = cases;
        this.chronology = chronology;
        this.pupils = pupils;
        this.parents = parents;
        this.pupilVariables = pupilVariables;
        this.allocations = allocations;
        this.runtime = runtime;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var notice = notices.toBeProsecuted(input.text(PenaltyNoticeProcess.NUMBER), input.text("prosecutionReason"), signedIn.userId());
        var of = cases.openCaseOf(notice.pupilId()).or(() -> Optional.ofNullable(notice.caseReference()).map(cases::get))
                .orElseGet(() -> forTheRecord(notice));
        giveOfficer(of);
        start(input.text("process"), of, notice);
    }

    private Case forTheRecord(PenaltyNotice notice) {
        var because = "Holds the prosecution of penalty notice %s, which goes on by itself".formatted(notice.number());
        var opened = cases.open(notice.pupilId(), pupils.get(notice.pupilId()).schoolCode(), signedIn.userId());
        chronology.write(opened.reference(), STEP, because, signedIn.userId());
        cases.close(opened.reference(), because);
        return cases.get(opened.reference());
    }

    /** A prosecution is an officer's work: a case that is still the school's, or that there was none of, has none yet. */
    private void giveOfficer(Case of) {
        allocations.allocate(of.reference(), signedIn.userId()).orElseThrow(() -> new SentBack(
                "no officer is free to take the case: raise an officer's limit by reallocating a case, then decide again"));
    }

    private void start(String process, Case of, PenaltyNotice notice) {
        var variables = new HashMap<>(pupilVariables.of(of));
        variables.put(CaseVariables.CASE_REFERENCE, of.reference());
        variables.put(CaseVariables.STAGE, STAGE);
        variables.put(PenaltyNoticeProcess.NUMBER, notice.number());
        variables.put("parentId", notice.parentId());
        variables.put("parentName", parents.get(notice.parentId()).name());
        variables.put("givenUpWhy", null);
        runtime.startProcessInstanceByKey(process, of.reference(), variables);
    }
}
