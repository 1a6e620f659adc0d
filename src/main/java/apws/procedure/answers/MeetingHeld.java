package apws.procedure.answers;

import apws.form.OnForm;
import java.util.List;

/** Which parents came to a meeting or a review in school or with the officer. */
@OnForm({"record-meeting-outcome", "hold-initial-meeting", "hold-mid-point-review", "hold-final-review", "hold-panel",
        "hold-panel-review", "hold-legal-meeting"})
public record MeetingHeld(List<Parent> parents) implements FormAnswers {

    /** {@code came} is {@code attended}, {@code apologies}, {@code didNotAttend} or {@code notInvited}. */
    public record Parent(Long parentId, String came) {
    }
}
