package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.legal.Proceedings;
import apws.legal.Sentence;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import apws.procedure.answers.FormAnswers;
import apws.procedure.answers.SentenceAnnounced;
import apws.procedure.names.ProsecutionOfParentProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the sentence that the court announced (S5-01). */
@Component
@ForDiagrams
class RecordSentence implements JavaDelegate {

    private final Proceedings prosecutions;
    private final Entries entries;
    private final SignedIn signedIn;

    RecordSentence(Proceedings prosecutions, Entries entries, SignedIn signedIn) {
        this.prosecutions = prosecutions;
        this.entries = entries;
        this.signedIn = signedIn;
    }

    @Override
    public void execute(DelegateExecution step) {
        var input = new StepInput(step);
        var announced = entries.get(input.entryId()).as(SentenceAnnounced.class);
        var sentence = new Sentence(announced.announcedOn(), announced.fine(), discharge(announced), FormAnswers.orNull(announced.communityOrder()),
                FormAnswers.orNull(announced.prison()), announced.costs(), announced.surcharge(), announced.parentingMonths(),
                FormAnswers.orNull(announced.parentingProgramme()), FormAnswers.orNull(announced.responsibleOfficer()));
        SentBack.at("announcedOn", () -> prosecutions.sentenced(input.number(ProsecutionOfParentProcess.PROCEEDING), sentence, signedIn.userId()));
    }

    /** {@code 12 months conditional} */
    private static String discharge(SentenceAnnounced announced) {
        return announced.discharge().isEmpty() ? null : (announced.dischargeLength() + " " + announced.discharge()).strip();
    }
}
