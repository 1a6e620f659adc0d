package apws.procedure.officer;

import apws.access.SignedIn;
import apws.casework.Cases;
import apws.casework.Chronology;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.PupilVariables;
import apws.procedure.StepInput;
import apws.procedure.names.CaseVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * An officer has a conflict of interest with the case's pupil (S2-04). Parameters: {@code officer}, {@code because}. Sets
 * {@code theirCase}, whether the case is that officer's, and what Tasklist shows of it.
 */
@Component
@ForDiagrams(needs = {"officer", "because"})
class RecordConflict implements JavaDelegate {

    private final Officers officers;
    private final OfficersTasks tasks;
    private final Cases cases;
    private final PupilVariables pupilVariables;
    private final Chronology chronology;
    private final SignedIn signedIn;

    RecordConflict(Officers officers, OfficersTasks tasks, Cases cases, PupilVariables pupilVariables, Chronology chronology, SignedIn signedIn) {
        this.officers = officers;
        this.tasks = tasks;
        this.cases = cases;
        this.pupilVariables = pupilVariables;
        this.chronology = chronology;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var of = cases.get(input.caseReference());
        var officer = officers.get(input.text("officer"));
        officers.declareConflict(officer.userId(), of.pupilId(), input.text("because"), signedIn.userId());
        chronology.write(of.reference(), "S2-04", "%s has a conflict of interest".formatted(officer.name()), signedIn.userId());
        // a stand-in may have had them
        tasks.bringToWhoIsAtWork(of.reference());
        step.setVariable("theirCase", officers.ofCase(of.reference()).filter(officer::equals).isPresent());
        var shown = pupilVariables.of(of);
        step.setVariable(CaseVariables.PUPIL_NAME, shown.get(CaseVariables.PUPIL_NAME));
        step.setVariable(CaseVariables.SCHOOL_NAME, shown.get(CaseVariables.SCHOOL_NAME));
    }
}
