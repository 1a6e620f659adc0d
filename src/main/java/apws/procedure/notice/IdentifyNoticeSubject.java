package apws.procedure.notice;

import apws.access.SignedIn;
import apws.casework.Case;
import apws.casework.Cases;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.casework.CaseStages;
import apws.procedure.names.PenaltyNoticeProcess;
import apws.pupil.Pupils;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Whom a notice that somebody asked for is about: the case that the start form names, or the pupil with the number given there.
 * Parameters: {@code upn}; {@code noticeFor}; {@code onlyInStage}, the stage in which a case is for which a notice for continuing absence is asked for.
 */
@Component
@ForDiagrams(needs = {"upn", "noticeFor", "onlyInStage"})
class IdentifyNoticeSubject implements JavaDelegate {

    private final NoticeStarts starts;
    private final Cases cases;
    private final Pupils pupils;
    private final CaseStages stages;
    private final SignedIn signedIn;

    IdentifyNoticeSubject(NoticeStarts starts, Cases cases, Pupils pupils, CaseStages stages, SignedIn signedIn) {
        this.starts = starts;
        this.cases = cases;
        this.pupils = pupils;
        this.stages = stages;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var named = input.caseIfAny();
        if (!NoticeStarts.isForLeave(input.text(PenaltyNoticeProcess.FOR))) {
            mustBeInStage(input.text("onlyInStage"), named.orElseThrow(() -> refused("only leave in term time needs no case")));
        }
        var pupilId = named.map(cases::get).map(Case::pupilId).orElseGet(() -> withoutCase(input.text("upn")));
        step.setVariables(starts.variables(named.orElse(null), input.reference(), pupilId, signedIn.userId()));
    }

    /** A notice for continuing absence belongs to one stage, at any point of it (settlement 14). */
    private void mustBeInStage(String stage, String caseReference) {
        if (!stages.isIn(stage, caseReference)) {
            throw new SentBack("caseReference", ("a notice for continuing absence is for a case in %s. "
                    + "For leave in term time choose that instead").formatted(stage));
        }
    }

    private long withoutCase(String upn) {
        var pupil = pupils.withUpn(upn.strip().toUpperCase(Locale.ROOT)).filter(found -> signedIn.maySeeSchool(found.schoolCode()))
                .orElseThrow(() -> refused("there is no pupil with this number"));
        cases.openCaseOf(pupil.id()).ifPresent(open -> {
            throw refused("this pupil has the case %s: name it instead".formatted(open.reference()));
        });
        return pupil.id();
    }

    private static SentBack refused(String reason) {
        return new SentBack("upn", reason);
    }
}
