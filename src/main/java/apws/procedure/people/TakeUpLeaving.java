package apws.procedure.people;

import apws.access.Viewer;
import apws.procedure.CaseVariables;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.PupilVariables;
import apws.pupil.Pupils;
import java.util.HashMap;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.stereotype.Component;

/** Who is said to have left is asked of whoever says so, about the pupil that the start form names. Parameter: {@code upn}. */
@Component
@ForDiagrams(needs = "upn")
class TakeUpLeaving implements JavaDelegate {

    /** Who says it; null for a list that a file has left out. */
    static final String SAID_BY = "leavingSaidBy";

    private final Pupils pupils;
    private final PupilVariables pupilVariables;
    private final Viewer viewer;

    TakeUpLeaving(Pupils pupils, PupilVariables pupilVariables, Viewer viewer) {
        this.pupils = pupils;
        this.pupilVariables = pupilVariables;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var upn = new Given(step).text("upn").strip().toUpperCase(Locale.ROOT);
        var pupil = pupils.withUpn(upn).filter(found -> viewer.maySeeSchool(found.schoolCode())).orElseThrow(
                () -> new FormFieldValidationException("upn", "upn: there is no pupil with this number"));
        var variables = new HashMap<>(pupilVariables.of(pupil.id()));
        variables.put(CaseVariables.PUPIL_ID, pupil.id());
        variables.put(SAID_BY, viewer.userId());
        step.setVariables(variables);
    }
}
