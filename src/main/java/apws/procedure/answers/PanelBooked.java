package apws.procedure.answers;

import apws.form.OnForm;
import java.util.List;

/** Who is to sit on the panel (S3-01). */
@OnForm("book-panel")
public record PanelBooked(List<Member> members) implements FormAnswers {

    /** {@code part} is the member’s part in the case so far, by its code. */
    public record Member(String name, String role, String part) {
    }
}
