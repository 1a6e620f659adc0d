package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.form.FilledForm;
import apws.legal.Hearing;
import apws.legal.Proceedings;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.HearingHeld;
import apws.procedure.names.ProsecutionOfParentProcess;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records a day in court (S4-09). */
@Component
@ForDiagrams
class RecordHearing implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final FilledForm forms;
    private final SignedIn signedIn;

    RecordHearing(Proceedings prosecutions, Entries entries, FilledForm forms, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.forms = forms;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var entry = entries.get(input.entryId());
        var heard = entry.as(HearingHeld.class);
        var hearing = new Hearing(heard.happenedOn(), forms.inWords(entry.filledIn(), "kind", heard.kind()),
                forms.inWords(entry.filledIn(), "attendance", heard.attendance()), forms.inWords(entry.filledIn(), "plea", heard.plea()),
                heard.hearingOn(), Stream.of(heard.adjournedWhy(), heard.directions()).filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(". ")));
        SentBack.at("happenedOn", () -> prosecutions.heard(input.number(ProsecutionOfParentProcess.PROCEEDING), hearing, signedIn.userId()));
    }
}
