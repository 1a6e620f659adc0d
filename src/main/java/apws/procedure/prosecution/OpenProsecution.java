package apws.procedure.prosecution;

import apws.casework.Entries;
import apws.legal.Approval;
import apws.legal.Offence;
import apws.legal.Proceedings;
import apws.officer.Officer;
import apws.officer.Officers;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.register.SessionKey;
import java.time.LocalDate;
import java.util.stream.StreamSupport;
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
        var approved = entries.get(input.entryId());
        var sessions = StreamSupport.stream(approved.data().path("sessions").spliterator(), false)
                .map(key -> SessionKey.parse(key.asText())).toList();
        var approval = new Approval(input.caseReference(), input.pupilId(), input.number("parentId"),
                Offence.valueOf(approved.text("offence")), LocalDate.parse(approved.text("periodFrom")),
                LocalDate.parse(approved.text("periodTo")), sessions,
                officers.ofCase(input.caseReference()).map(Officer::userId).orElse(null), approved.madeBy(),
                input.textOr("noticeNumber", null), approved.text("othersWhy"));
        step.setVariable("proceedingId", SentBack.at("periodFrom", () -> prosecutions.approve(approval)).id());
    }
}
