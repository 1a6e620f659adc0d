package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.legal.Charge;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.ChargeIssued;
import apws.procedure.answers.SessionsStruckOut;
import apws.procedure.names.ProsecutionOfParentProcess;
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
    private final Entries entries;
    private final SignedIn signedIn;

    RecordCharge(Proceedings prosecutions, StrikingOut sessions, Entries entries, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.sessions = sessions;
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var entry = entries.get(input.entryId());
        var issued = entry.as(ChargeIssued.class);
        if (!issued.chargeDecision().equals("charged")) {
            throw new SentBack("chargeDecision", "this case came to Stage 4 before its diagram could decline here: a service manager puts the case back to an earlier "
                    + "step, which gives this prosecution up");
        }
        long id = input.number(ProsecutionOfParentProcess.PROCEEDING);
        var charge = new Charge(issued.offence(), issued.chargedOn(), issued.route(), issued.periodFrom(), issued.periodTo());
        sessions.strikeOut(input, entry.as(SessionsStruckOut.class));
        SentBack.at("chargedOn", () -> prosecutions.charged(id, charge, issued.adult().equals("yes"), signedIn.userId()));
    }
}
