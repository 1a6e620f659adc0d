package apws.procedure.prosecution;

import apws.access.Viewer;
import apws.legal.Charge;
import apws.legal.Offence;
import apws.legal.Proceedings;
import apws.legal.Route;
import apws.procedure.ForDiagrams;
import apws.procedure.Given;
import apws.procedure.ParentEntries;
import apws.procedure.form.SentBack;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Records the information laid or charge issued, on the day it happens (S4-07, S4-08). Past the last day of a session in it, it is refused: what
 * has expired since the review, or was corrected, is struck out with it and remains background (settlement 13).
 */
@Component
@ForDiagrams
class RecordCharge implements JavaDelegate {

    private final Proceedings prosecutions;
    private final StrikingOut sessions;
    private final ParentEntries entries;
    private final Viewer viewer;

    RecordCharge(Proceedings prosecutions, StrikingOut sessions, ParentEntries entries, Viewer viewer) {
        this.prosecutions = prosecutions;
        this.sessions = sessions;
        this.entries = entries;
        this.viewer = viewer;
    }

    @Override
    public void execute(DelegateExecution step) {
        var given = new Given(step);
        var issued = entries.just(given, "issue-charge");
        if (!issued.text("chargeDecision").equals("charged")) {
            throw new SentBack("this case came to Stage 4 before its diagram could decline here: a service manager puts the case back to an earlier "
                    + "step, which gives this prosecution up");
        }
        long id = given.number("proceedingId");
        var charge = new Charge(Offence.valueOf(issued.text("offence")), LocalDate.parse(issued.text("chargedOn")),
                Route.valueOf(issued.text("route")), LocalDate.parse(issued.text("periodFrom")),
                LocalDate.parse(issued.text("periodTo")));
        sessions.strikeOut(given, issued);
        Refused.at("chargedOn", () -> prosecutions.charged(id, charge, issued.text("adult").equals("yes"), viewer.userId()));
    }
}
