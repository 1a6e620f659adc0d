package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;
import java.util.List;

/** How letters that begin a period were posted to each parent (S2-05). */
@OnForm("record-posting")
public record LettersPosted(String letterPosted, List<Letter> posted) implements FormAnswers {

    /** {@code postClass} by its code. */
    public record Letter(Long parentId, LocalDate postedOn, String postClass, LocalDate shownReceivedOn, LocalDate undeliveredOn) {
    }
}
