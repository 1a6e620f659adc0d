package apws.procedure.screening;

import apws.procedure.ForDiagrams;
import apws.register.Screening;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Renews every school's open list, and opens one where there is somebody to decide on (settlement 3). */
@Component
@ForDiagrams
class OfferCandidates implements JavaDelegate {

    private final Screening screening;
    private final SchoolChecks checks;

    OfferCandidates(Screening screening, SchoolChecks checks) {
        this.screening = screening;
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution step) {
        checks.renewAll();
        screening.schoolsWithCandidates().forEach(checks::open);
    }
}
