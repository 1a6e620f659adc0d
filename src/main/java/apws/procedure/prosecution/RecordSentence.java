package apws.procedure.prosecution;

import apws.access.SignedIn;
import apws.casework.Entries;
import apws.casework.Entry;
import apws.legal.Proceedings;
import apws.legal.Sentence;
import apws.procedure.ForDiagrams;
import apws.procedure.SentBack;
import apws.procedure.StepInput;
import java.math.BigDecimal;
import java.time.LocalDate;
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
        var announced = entries.get(input.entryId());
        var sentence = new Sentence(LocalDate.parse(announced.text("announcedOn")), pounds(announced, "fine"), discharge(announced),
                words(announced, "communityOrder"), words(announced, "prison"), pounds(announced, "costs"), pounds(announced, "surcharge"),
                announced.data().hasNonNull("parentingMonths") ? announced.data().path("parentingMonths").asInt() : null,
                words(announced, "parentingProgramme"), words(announced, "responsibleOfficer"));
        SentBack.at("announcedOn", () -> prosecutions.sentenced(input.number("proceedingId"), sentence, signedIn.userId()));
    }

    /** {@code 12 months conditional} */
    private static String discharge(Entry announced) {
        return announced.text("discharge").isEmpty() ? null
                : (announced.text("dischargeLength") + " " + announced.text("discharge")).strip();
    }

    private static BigDecimal pounds(Entry announced, String field) {
        return announced.data().hasNonNull(field) ? announced.data().path(field).decimalValue() : null;
    }

    private static String words(Entry announced, String field) {
        return announced.data().path(field).asText(null);
    }
}
