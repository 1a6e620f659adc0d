package apws.procedure.prosecution;

import apws.casework.Entries;
import apws.legal.Approval;
import apws.legal.Proceedings;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.ProsecutionApproved;
import apws.procedure.names.ProsecutionOfParentProcess;
import apws.register.SessionKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the prosecution of the parent as it was approved (S4-04). Sets {@code proceedingId}. */
@Component
@ForDiagrams
class OpenProsecution implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final Officers officers;

    OpenProsecution(Proceedings prosecutions, Entries entries, Officers officers) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.officers = officers;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var entry = entries.get(input.entryId());
        var approved = entry.as(ProsecutionApproved.class);
        var approval = new Approval(input.caseReference(), input.pupilId(), input.number(ProsecutionOfParentProcess.PARENT),
                approved.offence(), approved.periodFrom(), approved.periodTo(), approved.sessions().stream().map(SessionKey::parse).toList(),
                officers.ofCase(input.caseReference()).map(Officer::userId).orElse(null), entry.madeBy(),
                input.textOr(ProsecutionOfParentProcess.NOTICE, null), approved.othersWhy());
        step.setVariable(ProsecutionOfParentProcess.PROCEEDING, SentBack.at("periodFrom", () -> prosecutions.approve(approval)).id());
    }
}
