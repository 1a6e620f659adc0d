package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;

/** Evidence that was gathered after the first approval was asked for; a newer certificate, if there is one. */
@OnForm("gather-more-evidence")
public record EvidenceGathered(LocalDate certificateFrom, LocalDate certificateTo,
        String certificateSignedBy, LocalDate certificateSignedOn) implements FormAnswers, Certified {
}
