package apws.procedure.answers;

import apws.form.OnForm;
import java.math.BigDecimal;

/** What attendance the warning expects, in per cent (S2-05). */
@OnForm("arrange-initial-meeting")
public record InitialMeetingArranged(BigDecimal expectedPercent) implements FormAnswers {
}
