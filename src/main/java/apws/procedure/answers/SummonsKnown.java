package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;

/** The court, the hearing or the day to respond by, and how the parent was served (S4-08). */
@OnForm("record-summons")
public record SummonsKnown(String court, String caseNumber, LocalDate hearingOn, String hearingTime, String hearingPlace,
        LocalDate respondBy, String servedHow, LocalDate servedOn) implements FormAnswers {
}
