package apws.procedure.answers;

import apws.form.OnForm;
import java.util.List;

/** What a school said of days on which it should have been closed (settlement 2). */
@OnForm("confirm-open-days")
public record OpenDays(List<Day> days) implements FormAnswers {

    /** {@code wasOpen} is {@code open} or {@code closed}. */
    public record Day(String day, String wasOpen, String why) {
    }
}
