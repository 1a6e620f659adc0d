package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;
import java.util.List;

/** Who of those no longer sent has left. */
@OnForm("say-who-left")
public record WhoLeft(List<Row> whoMayHaveLeft) implements FormAnswers {

    /** {@code decision} is {@code left} or {@code stays}; empty where it was left open. */
    public record Row(String who, String decision, LocalDate lastDay, String reason) {
    }
}
