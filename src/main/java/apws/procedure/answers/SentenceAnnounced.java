package apws.procedure.answers;

import apws.form.OnForm;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The sentence (S5-01), amounts in pounds. */
@OnForm("record-sentence")
public record SentenceAnnounced(LocalDate announcedOn, BigDecimal fine, BigDecimal costs, BigDecimal surcharge, String discharge,
        String dischargeLength, String communityOrder, String prison, Integer parentingMonths, String parentingProgramme,
        String responsibleOfficer) implements FormAnswers {
}
