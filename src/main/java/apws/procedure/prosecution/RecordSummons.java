package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.legal.Proceedings;
import apws.legal.Summons;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.FormAnswers;
import apws.procedure.answers.SummonsKnown;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the court, the hearing or the day to respond by, and how the parent was served, once they are known (S4-07, S4-08). */
@Component
@ForDiagrams
class RecordSummons implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final SignedIn signedIn;

    RecordSummons(Proceedings prosecutions, Entries entries, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var known = entries.get(input.entryId()).as(SummonsKnown.class);
        long id = input.number(ProsecutionOfParentProcess.PROCEEDING);
        SentBack.at("court", () -> prosecutions.summoned(id, summons(known), signedIn.userId()));
        SentBack.at("servedOn", () -> prosecutions.served(id, known.servedHow(), known.servedOn(),
                signedIn.userId()));
    }

    private static Summons summons(SummonsKnown known) {
        var number = FormAnswers.orNull(known.caseNumber());
        return known.respondBy() == null
                ? Summons.toHearing(known.court(), number, known.hearingOn(), known.hearingTime(), known.hearingPlace())
                : Summons.toRespond(known.court(), number, known.respondBy());
    }
}
