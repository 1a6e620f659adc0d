package apws.procedure.answers;

import apws.form.OnForm;
import java.time.LocalDate;
import java.util.List;

/** Who sat on the panel, and who came to it (S3-03). */
@OnForm("hold-panel")
public record PanelHeld(LocalDate happenedOn, String chair, String chairPost, String sltMember, String sltSchool, String agencyMember,
        String agency, List<MeetingHeld.Parent> parents, List<Person> people) implements FormAnswers {

    public record Person(String name, String role, String came) {
    }
}
