package apws.procedure;

import apws.access.Viewer;
import apws.casework.Case;
import apws.casework.Cases;
import apws.pupil.Pupils;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/**
 * Whom a notice that somebody asked for is about: the case that the start form names, or the pupil with the number given there.
 * Parameter: {@code upn}.
 */
@Component
@ForDiagrams(needs = "upn")
class TakeUpNotice implements JavaDelegate {

    private final NoticeStarts starts;
    private final Cases cases;
    private final Pupils pupils;
    private final Viewer viewer;

    TakeUpNotice(NoticeStarts starts, Cases cases, Pupils pupils, Viewer viewer) {
        this.starts = starts;
        this.cases = cases;
        this.pupils = pupils;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var named = given.caseIfAny();
        var pupilId = named.map(cases::get).map(Case::pupilId).orElseGet(() -> withoutCase(given.text("upn")));
        step.setVariables(starts.variables(named.orElse(null), given.reference(), pupilId, viewer.userId()));
    }

    private long withoutCase(String upn) {
        var pupil = pupils.withUpn(upn.strip().toUpperCase(Locale.ROOT)).filter(found -> viewer.maySeeSchool(found.schoolCode()))
                .orElseThrow(() -> refused("there is no pupil with this number"));
        cases.openCaseOf(pupil.id()).ifPresent(open -> {
            throw refused("this pupil has the case %s: name it instead".formatted(open.reference()));
        });
        return pupil.id();
    }

    private static FormFieldValidationException refused(String reason) {
        return new FormFieldValidationException("upn", "upn: " + reason);
    }
}
