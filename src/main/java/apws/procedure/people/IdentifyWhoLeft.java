package apws.procedure.people;

import apws.access.SignedIn;
import apws.procedure.ForDiagrams;
import apws.procedure.PupilVariables;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.names.CaseVariables;
import apws.procedure.names.WhoLeftProcess;
import apws.pupil.Pupils;
import java.util.HashMap;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Who is said to have left is asked of whoever says so, about the pupil that the start form names. Parameter: {@code upn}. */
@Component
@ForDiagrams(needs = "upn")
class IdentifyWhoLeft implements JavaDelegate {

    private final Pupils pupils;
    private final PupilVariables pupilVariables;
    private final SignedIn signedIn;

    IdentifyWhoLeft(Pupils pupils, PupilVariables pupilVariables, SignedIn signedIn) {
        this.pupils = pupils;
        this.pupilVariables = pupilVariables;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var upn = new StepInput(step).text("upn").strip().toUpperCase(Locale.ROOT);
        var pupil = pupils.withUpn(upn).filter(found -> signedIn.maySeeSchool(found.schoolCode())).orElseThrow(
                () -> new SentBack("upn", "there is no pupil with this number"));
        var variables = new HashMap<>(pupilVariables.of(pupil.id()));
        variables.put(CaseVariables.PUPIL_ID, pupil.id());
        variables.put(WhoLeftProcess.SAID_BY, signedIn.userId());
        step.setVariables(variables);
    }
}
