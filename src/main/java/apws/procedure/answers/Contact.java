package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;

/** A contact with a family, and which earlier one it corrects, if any. */
@OnForm("record-contact")
public record Contact(LocalDate happenedOn, String kind, String withWhom, String said, LocalDate correctsOn,
        String corrects) implements FormAnswers {
}
